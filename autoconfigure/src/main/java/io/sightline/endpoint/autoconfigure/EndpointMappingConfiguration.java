/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.sightline.endpoint.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.sightline.endpoint.BasePathEndpointMapping;

import org.springframework.boot.actuate.autoconfigure.endpoint.web.CorsEndpointProperties;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.ExposableEndpoint;
import org.springframework.boot.actuate.endpoint.web.EndpointLinksResolver;
import org.springframework.boot.actuate.endpoint.web.EndpointMapping;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Puts a mapping that looks at the base path first in the place of Boot's, where the
 * actuator shares the port of the application.
 */
@ManagementContextConfiguration(proxyBeanMethods = false)
@Order(EndpointMappingConfiguration.BEFORE_BOOT)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ DispatcherServlet.class, WebMvcEndpointHandlerMapping.class })
@ConditionalOnManagementPort(ManagementPortType.SAME)
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "endpoint-mapping.enabled" },
		matchIfMissing = true)
@EnableConfigurationProperties(CorsEndpointProperties.class)
final class EndpointMappingConfiguration {

	static final int BEFORE_BOOT = 0;

	@Bean
	@ConditionalOnBean({ DispatcherServlet.class, WebEndpointsSupplier.class })
	@ConditionalOnMissingBean(WebMvcEndpointHandlerMapping.class)
	@SuppressWarnings("removal")
	BasePathEndpointMapping sightlineEndpointMapping(WebEndpointsSupplier endpoints,
			org.springframework.boot.actuate.endpoint.web.annotation.ServletEndpointsSupplier servlets,
			org.springframework.boot.actuate.endpoint.web.annotation.ControllerEndpointsSupplier controllers,
			EndpointMediaTypes mediaTypes, CorsEndpointProperties cors, WebEndpointProperties properties) {
		List<ExposableEndpoint<?>> linked = new ArrayList<>(endpoints.getEndpoints());
		linked.addAll(servlets.getEndpoints());
		linked.addAll(controllers.getEndpoints());
		String path = properties.getBasePath();
		return new BasePathEndpointMapping(new EndpointMapping(path), endpoints.getEndpoints(), mediaTypes,
				cors.toCorsConfiguration(), new EndpointLinksResolver(linked, path),
				properties.getDiscovery().isEnabled() && StringUtils.hasText(path));
	}

}
