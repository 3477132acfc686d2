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

package io.sightline.samples.order.cart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.metrics.business.BusinessMeter;
import io.sightline.metrics.business.BusinessMeters;
import io.sightline.metrics.business.BusinessMetrics;
import io.sightline.samples.common.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(properties = { "spring.application.name=cart-test", "sample.carts.sweep-interval=1h" })
class CartIntegrationTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private final CartRepository repository;

	private final CartProperties properties;

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final CartMetrics metrics = new CartMetrics(new BusinessMetrics(this.registry,
			new BusinessMeters(List.of(BusinessMeter.counter("carts.closed", "Closed carts", "reason"),
					BusinessMeter.gauge("carts.open", "Open carts"),
					BusinessMeter.gauge("cart.abandonment.ratio", "Abandoned carts")))));

	CartIntegrationTests(@Autowired CartRepository repository, @Autowired CartProperties properties) {
		this.repository = repository;
		this.properties = properties;
	}

	@BeforeEach
	void clear() {
		this.repository.deleteAll();
	}

	@Test
	void abandonsCartThirtyMinutesAfterLastChange() {
		Cart cart = at(Duration.ZERO).open("1");
		at(Duration.ofMinutes(20)).add(cart.id(), "item1", 1);
		assertThat(at(Duration.ofMinutes(50)).abandonUntouched()).isZero();
		assertThat(at(Duration.ofMinutes(51)).abandonUntouched()).isEqualTo(1);
		assertThat(status(cart)).isEqualTo(Cart.Status.ABANDONED);
	}

	@Test
	void leavesOrderedCartAlone() {
		Cart cart = at(Duration.ZERO).open("1");
		at(Duration.ofMinutes(1)).order(cart.id(), "1");
		assertThat(at(Duration.ofHours(2)).abandonUntouched()).isZero();
		assertThat(status(cart)).isEqualTo(Cart.Status.ORDERED);
	}

	@Test
	void addsNothingToAbandonedCart() {
		Cart cart = at(Duration.ZERO).open("1");
		at(Duration.ofHours(1)).abandonUntouched();
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> at(Duration.ofHours(1)).add(cart.id(), "item1", 1))
			.satisfies((ex) -> assertThat(ex.getStatusCode().value()).isEqualTo(409));
	}

	@Test
	void measuresAbandonment() {
		at(Duration.ZERO).open("1");
		Cart ordered = at(Duration.ZERO).open("2");
		at(Duration.ofHours(2)).open("3");
		at(Duration.ofMinutes(1)).order(ordered.id(), "2");
		at(Duration.ofHours(2)).abandonUntouched();
		assertThat(this.registry.get("carts.closed").tag("reason", "abandoned").counter().count()).isEqualTo(1);
		assertThat(this.registry.get("carts.open").gauge().value()).isEqualTo(1);
		assertThat(this.registry.get("cart.abandonment.ratio").gauge().value()).isEqualTo(0.5);
	}

	@Test
	void hidesCartsOfOthers() {
		Cart cart = at(Duration.ZERO).open("1");
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> at(Duration.ZERO).requireOpen(cart.id(), "2"))
			.satisfies((ex) -> assertThat(ex.getStatusCode().value()).isEqualTo(404));
	}

	private Carts at(Duration afterStart) {
		return new Carts(this.repository, this.properties, Clock.fixed(START.plus(afterStart), ZoneOffset.UTC),
				this.metrics);
	}

	private Cart.Status status(Cart cart) {
		return this.repository.findById(cart.id()).orElseThrow().status();
	}

}
