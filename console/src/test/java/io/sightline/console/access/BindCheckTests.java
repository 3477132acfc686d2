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

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class BindCheckTests {

	private static final String LONG = "0123456789abcdef";

	private static final AccessProperties LOCAL = new AccessProperties("", "", false, List.of());

	private static final AccessProperties REMOTE = new AccessProperties(LONG, LONG, true, List.of());

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.0.0.5", "::1", "localhost" })
	void acceptsThisMachine(String address) {
		assertThatNoException().isThrownBy(() -> check(LOCAL, "server.address", address));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0", "::", "192.0.2.1" })
	void refusesOthers(String address) {
		assertThatExceptionOfType(RemoteBindException.class).isThrownBy(() -> check(LOCAL, "server.address", address))
			.withMessageContaining("server.address");
	}

	@Test
	void refusesEveryAddress() {
		assertThatExceptionOfType(RemoteBindException.class).isThrownBy(() -> check(LOCAL, "other", "1"))
			.withMessageContaining("every address");
	}

	@Test
	void refusesOthersForManagement() {
		MockEnvironment environment = new MockEnvironment().withProperty("server.address", "127.0.0.1")
			.withProperty("management.server.port", "9000");
		assertThatExceptionOfType(RemoteBindException.class).isThrownBy(() -> check(LOCAL, environment))
			.withMessageContaining("management.server.address");
		environment.setProperty("management.server.address", "0.0.0.0");
		assertThatExceptionOfType(RemoteBindException.class).isThrownBy(() -> check(REMOTE, environment))
			.withMessageContaining("management.server.address");
	}

	@Test
	void acceptsOthersWhenThatIsWantedAndThereAreTokens() {
		assertThatNoException().isThrownBy(() -> check(REMOTE, "server.address", "0.0.0.0"));
		assertThatExceptionOfType(RemoteBindException.class)
			.isThrownBy(() -> check(new AccessProperties("", LONG, true, List.of()), "server.address", "0.0.0.0"));
		assertThatExceptionOfType(RemoteBindException.class)
			.isThrownBy(() -> check(new AccessProperties(LONG, "", true, List.of()), "server.address", "0.0.0.0"));
	}

	@Test
	void saysWhatToDo() {
		FailureAnalysis analysis = Objects.requireNonNull(new RemoteBindFailureAnalyzer()
			.analyze(new IllegalStateException(new RemoteBindException("it would"))));
		assertThat(analysis.getAction()).contains("server.address").contains("console.access.allow-remote");
	}

	@Test
	void refusesTokensThatCanBeGuessed() {
		assertThatIllegalArgumentException().isThrownBy(() -> new AccessProperties("short", "", false, List.of()))
			.withMessageContaining("console.access.token");
	}

	private static void check(AccessProperties properties, String key, String value) {
		check(properties, new MockEnvironment().withProperty(key, value));
	}

	private static void check(AccessProperties properties, MockEnvironment environment) {
		// As a running application has it.
		environment.setConversionService(
				(org.springframework.core.convert.support.ConfigurableConversionService) org.springframework.boot.convert.ApplicationConversionService
					.getSharedInstance());
		new BindCheck(properties, environment).customize(new TomcatServletWebServerFactory());
	}

}
