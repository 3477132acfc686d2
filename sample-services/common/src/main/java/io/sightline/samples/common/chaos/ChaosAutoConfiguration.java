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

package io.sightline.samples.common.chaos;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Faults on demand; off unless {@code sample.chaos.enabled} or
 * {@code sample.chaos.header-enabled} is set.
 */
@AutoConfiguration(before = RestClientAutoConfiguration.class)
@EnableConfigurationProperties(ChaosProperties.class)
public final class ChaosAutoConfiguration {

	@Bean
	WebMvcConfigurer chaosConfigurer(ChaosProperties properties, Environment environment) {
		String service = environment.getRequiredProperty("spring.application.name");
		return new WebMvcConfigurer() {
			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new ChaosInterceptor(service, properties));
			}
		};
	}

	@Bean
	@ConditionalOnBooleanProperty("sample.chaos.header-enabled")
	RestClientCustomizer chaosRelayCustomizer() {
		return (builder) -> builder.requestInterceptor(new ChaosRelay());
	}

}
