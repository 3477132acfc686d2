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

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Refuses to listen where other machines can reach the console, unless that is wanted.
 */
final class BindCheck implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory>, Ordered {

	private final AccessProperties properties;

	private final Environment environment;

	BindCheck(AccessProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void customize(ConfigurableServletWebServerFactory factory) {
		check("server.address", this.properties.allowRemote() && this.properties.hasTokens());
		if (this.environment.containsProperty("management.server.port")) {
			// Nobody asks for a token there.
			check("management.server.address", false);
		}
	}

	private void check(String key, boolean wanted) {
		InetAddress address = this.environment.getProperty(key, InetAddress.class);
		if (isLoopback(address) || wanted) {
			return;
		}
		throw new RemoteBindException("The console would listen on " + ((address != null) ? address : "every address")
				+ " (" + key + "), where others can reach it");
	}

	private static boolean isLoopback(@Nullable InetAddress address) {
		return address != null && address.isLoopbackAddress();
	}

}
