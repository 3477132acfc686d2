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

package io.sightline.request;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ClientAddresses}.
 */
class ClientAddressesTests {

	private final ClientAddresses addresses = new ClientAddresses(List.of("10.0.0.0/8", "fd00::/8", "192.0.2.1"));

	@ParameterizedTest
	@CsvSource({ "203.0.113.9,198.51.100.1,203.0.113.9", "10.1.2.3,198.51.100.1,198.51.100.1",
			"10.1.2.3,'6.6.6.6, 198.51.100.1, 10.9.9.9',198.51.100.1", "10.1.2.3,198.51.100.1:4711,198.51.100.1",
			"fd00::1,[2001:db8::7]:99,2001:db8::7", "192.0.2.1,198.51.100.1,198.51.100.1",
			"192.0.2.2,198.51.100.1,192.0.2.2", "10.1.2.3,localhost,10.1.2.3", "10.1.2.3,999.1.1.1,10.1.2.3",
			"10.1.2.3,'',10.1.2.3", "10.1.2.3,'<script>, 10.0.0.1',10.0.0.1" })
	void believesOnlyItsProxies(String peer, String forwarded, String client) {
		assertThat(this.addresses.find(peer, List.of(forwarded))).isEqualTo(client);
	}

	@Test
	void readsAllHeadersAsOne() {
		assertThat(this.addresses.find("10.0.0.1", List.of("6.6.6.6, 198.51.100.1", "10.0.0.2")))
			.isEqualTo("198.51.100.1");
	}

	@Test
	void believesNobodyWithoutProxies() {
		assertThat(new ClientAddresses(List.of()).find("10.0.0.1", List.of("6.6.6.6"))).isEqualTo("10.0.0.1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0", "fd00::/129", "" })
	void refusesWhatIsNoRange(String range) {
		assertThatIllegalArgumentException().isThrownBy(() -> new ClientAddresses(List.of(range)))
			.withMessageContaining("'" + range + "'");
	}

}
