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

package io.sightline.noise.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.sightline.noise.NoisePolicy;
import io.sightline.noise.StaticResources;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link NoisePolicy}. Backs
 * off for a bean of that type.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "noise.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(NoiseProperties.class)
@Import({ StaticResourceConfigurations.Servlet.class, StaticResourceConfigurations.Reactive.class })
public final class NoiseAutoConfiguration {

	private static final List<String> PROBES = List.of("/livez", "/readyz", "/startupz");

	@Bean
	@ConditionalOnMissingBean
	NoisePolicy noisePolicy(NoiseProperties properties, Environment environment,
			ObjectProvider<StaticResources> staticResources) {
		List<String> paths = new ArrayList<>(properties.paths());
		String application = contextPath(environment);
		String management = environment.getProperty("management.server.base-path", "");
		String actuator = environment.getProperty("management.endpoints.web.base-path", "/actuator");
		PROBES.forEach((probe) -> paths.add(application + probe));
		// At the root, the actuator cannot be told from the application by its path.
		if (StringUtils.hasText(actuator) && !"/".equals(actuator)) {
			paths.add(application + actuator + "/**");
			paths.add(management + actuator + "/**");
		}
		StaticResources resources = staticResources.getIfAvailable();
		return (resources != null) ? NoisePolicy.of(paths, resources) : NoisePolicy.of(paths);
	}

	static String contextPath(Environment environment) {
		String servlet = environment.getProperty("server.servlet.context-path", "");
		return servlet.isEmpty() ? environment.getProperty("spring.webflux.base-path", "") : servlet;
	}

}
