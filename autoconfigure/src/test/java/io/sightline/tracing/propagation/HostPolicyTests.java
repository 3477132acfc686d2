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

package io.sightline.tracing.propagation;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link HostPolicy}.
 */
class HostPolicyTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			internal, payment, true
			internal, LOCALHOST, true
			internal, payment.shop.svc.cluster.local., true
			internal, 10.1.2.3, true
			internal, 127.0.0.1, true
			internal, [::1], true
			internal, fd00::1, true
			internal, 8.8.8.8, false
			internal, 134744072, false
			internal, [2001:4860::8888], false
			internal, shop.example.com, false
			internal, local, true
			internal, evil-local.com, false
			shop.example.com, Shop.Example.com, true
			shop.example.com, evil.shop.example.com, false
			*.example.com, shop.example.com, true
			*.example.com, example.com, false
			*.example.com, evilexample.com, false
			192.0.2.0/24, 192.0.2.7, true
			192.0.2.7, 192.0.2.8, false
			*, shop.example.com, true
			""")
	void allowsListedHosts(String listed, String host, boolean allowed) {
		assertThat(HostPolicy.of(List.of(listed)).allows(host)).isEqualTo(allowed);
	}

	@Test
	void unknownHostIsAllowedOnlyWhereAllAre() {
		assertThat(HostPolicy.of(List.of("internal")).allows(null)).isFalse();
		assertThat(HostPolicy.of(List.of("internal", "*")).allows(null)).isTrue();
	}

	@Test
	void emptyListAllowsNobody() {
		assertThat(HostPolicy.of(List.of()).allows("localhost")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://shop", "shop:8080", "10.0.0.0/33", "*.", "sh op", "" })
	void refusesWhatIsNoHost(String listed) {
		assertThatIllegalArgumentException().isThrownBy(() -> HostPolicy.of(List.of(listed)))
			.withMessageContaining("'" + listed + "'");
	}

}
