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

package io.sightline.tracing.semconv;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UrlAuthority}.
 */
class UrlAuthorityTests {

	@ParameterizedTest
	@CsvSource({ "http://users/1, users, 80", "https://users, users, 443", "http://users:8081?x=@y:1, users, 8081",
			"http://a:b@users:8081/x, users, 8081", "http://[::1]:9000/x, [::1], 9000", "http://[::1]/x, [::1], 80",
			"http://users:99999/x, users, 80", "http://users:/x, users, 80" })
	void findsHostAndPort(String url, String host, int port) {
		assertThat(UrlAuthority.of(url)).isEqualTo(new UrlAuthority(host, port));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/users", "none", "://users", "http://", "http:///x" })
	void doesNotGuess(String url) {
		assertThat(UrlAuthority.of(url)).isNull();
	}

}
