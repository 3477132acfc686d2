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

package io.sightline.samples.demo.service;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AddressesTests {

	@Test
	void movesEveryPort() {
		Addresses addresses = Addresses.movedBy(1000);
		assertThat(addresses.ports().values()).containsExactlyInAnyOrder(6000, 6001, 6002, 6003, 9080);
	}

	@Test
	void movesNoPortOutOfRange() {
		assertThat(Addresses.movedBy(Addresses.largestOffset()).ports().values())
			.allSatisfy((port) -> assertThat(port).isLessThanOrEqualTo(65535))
			.contains(65535);
	}

	@Test
	void namesTheServiceThatHasNoPort() {
		Addresses none = new Addresses(Map.of());
		assertThatIllegalArgumentException().isThrownBy(() -> none.uri(SampleService.ORDER))
			.withMessageContaining("order-service");
	}

	@Test
	void buildsTheUrlOfAPath() {
		assertThat(Addresses.movedBy(0).uri(SampleService.USER, "/users/123"))
			.hasToString("http://127.0.0.1:5000/users/123");
	}

}
