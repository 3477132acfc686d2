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

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.sightline.endpoint.BasePathEndpointMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.info.InfoEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.actuate.endpoint.web.EndpointLinksResolver;
import org.springframework.boot.actuate.endpoint.web.EndpointMapping;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.util.ServletRequestPathUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EndpointMappingConfiguration} and {@link BasePathEndpointMapping}.
 */
class EndpointMappingConfigurationTests {

	private static final String[] PATHS = { "/", "/actuator", "/actuator/", "/actuator/health", "/actuator/health/db",
			"/actuator/info", "/actuator/none", "/actuator;v=1/health", "/%61ctuator/health", "/actuator/%68ealth",
			"/actuators", "/ACTUATOR/health", "//actuator/health", "/orders/1", "/manage", "/manage/health", "/health",
			"/v1/manage/health" };

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(WebMvcAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
						EndpointAutoConfiguration.class, WebEndpointAutoConfiguration.class,
						ManagementContextAutoConfiguration.class, ServletManagementContextAutoConfiguration.class,
						HealthContributorRegistryAutoConfiguration.class, HealthContributorAutoConfiguration.class,
						HealthEndpointAutoConfiguration.class, InfoEndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=*");

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/", "/manage", "/{version}/manage", "/act*" })
	void findsWhatBootFinds(String basePath) {
		WebApplicationContextRunner with = this.runner
			.withPropertyValues("management.endpoints.web.base-path=" + basePath);
		Map<String, String> boots = new TreeMap<>();
		with.withPropertyValues("sightline.endpoint-mapping.enabled=false").run(handlers(boots)::accept);
		Map<String, String> ours = new TreeMap<>();
		with.run(handlers(ours)::accept);
		assertThat(ours).isEqualTo(boots).containsValue("none");
		assertThat(boots.values()).anyMatch((handler) -> handler.contains("health"));
	}

	@Test
	void doesNotCompareRequestsOfTheApplication() {
		this.runner.run((context) -> {
			MockHttpServletRequest request = new ClosedRequest("/orders/1");
			ServletRequestPathUtils.parseAndCache(request);
			assertThat(context.getBean(WebMvcEndpointHandlerMapping.class).getHandler(request)).isNull();
			assertThat(context).hasSingleBean(WebMvcEndpointHandlerMapping.class)
				.hasSingleBean(BasePathEndpointMapping.class);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.enabled=false", "sightline.endpoint-mapping.enabled=false" })
	void leavesBootsMappingAlone(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(BasePathEndpointMapping.class));
	}

	@Test
	void backsOffForTheUsersMapping() {
		this.runner.withUserConfiguration(OwnMapping.class)
			.run((context) -> assertThat(context).getBean(WebMvcEndpointHandlerMapping.class)
				.isSameAs(context.getBean("ownMapping")));
	}

	private static Consumer<AssertableWebApplicationContext> handlers(Map<String, String> found) {
		return (context) -> {
			for (String path : PATHS) {
				found.put(path, handler(context.getBean(WebMvcEndpointHandlerMapping.class), path));
			}
		};
	}

	private static String handler(WebMvcEndpointHandlerMapping mapping, String path) {
		try {
			HandlerExecutionChain chain = mapping.getHandler(request(path));
			return (chain != null) ? chain.getHandler().toString() : "none";
		}
		catch (Exception ex) {
			return ex.getClass().getName();
		}
	}

	private static MockHttpServletRequest request(String path) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		ServletRequestPathUtils.parseAndCache(request);
		return request;
	}

	/**
	 * A request that nobody may compare with conditions of endpoints.
	 */
	private static final class ClosedRequest extends MockHttpServletRequest {

		ClosedRequest(String path) {
			super("GET", path);
		}

		@Override
		public String getMethod() {
			throw new IllegalStateException("Somebody compares");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnMapping {

		@Bean
		WebMvcEndpointHandlerMapping ownMapping() {
			return new WebMvcEndpointHandlerMapping(new EndpointMapping("/own"), List.of(), EndpointMediaTypes.DEFAULT,
					null, new EndpointLinksResolver(List.of()), false);
		}

	}

}
