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

package io.sightline.console.access;

import java.time.InstantSource;

import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Who may talk to the console.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

	private final String generated = Secret.generate();

	@Bean
	static BindCheck bindCheck(AccessProperties properties, Environment environment) {
		return new BindCheck(properties, environment);
	}

	@Bean
	Sessions sessions() {
		return new Sessions(InstantSource.system());
	}

	@Bean
	Invitations invitations(Sessions sessions, AccessProperties properties) {
		return new Invitations(sessions, System.out, properties.receiverToken().isEmpty() ? this.generated : "");
	}

	@Bean
	FilterRegistrationBean<AccessFilter> accessFilter(AccessProperties properties, Sessions sessions,
			WebEndpointProperties endpoints) {
		String receiver = properties.receiverToken().isEmpty() ? this.generated : properties.receiverToken();
		AccessFilter filter = new AccessFilter(new Origins(properties), sessions, Secret.of(properties.token()),
				Secret.of(receiver), new Upkeep(properties.allowRemote(), endpoints.getBasePath()));
		FilterRegistrationBean<AccessFilter> registration = new FilterRegistrationBean<>(filter);
		// Before any other: what is refused leaves no trace elsewhere.
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

}
