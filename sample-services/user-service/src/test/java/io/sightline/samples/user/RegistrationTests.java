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

package io.sightline.samples.user;

import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.metrics.business.BusinessMeter;
import io.sightline.metrics.business.BusinessMeters;
import io.sightline.metrics.business.BusinessMetrics;
import io.sightline.samples.common.peer.NotificationClient;
import io.sightline.samples.common.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

class RegistrationTests {

	private static final RegistrationRequest REQUEST = new RegistrationRequest("Ada", "Ada@Example.com", "DE", null);

	private final UserRepository users = mock(UserRepository.class);

	private final BillingClient billing = mock(BillingClient.class);

	private final NotificationClient notifications = mock(NotificationClient.class);

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final Registration registration = new Registration(this.users, this.billing, this.notifications,
			new BusinessMetrics(this.registry, new BusinessMeters(
					List.of(BusinessMeter.counter("user.registrations", "Users", "country", "source")))));

	@BeforeEach
	void storeUsers() {
		given(this.users.save(any())).willAnswer((call) -> call.getArgument(0));
	}

	@Test
	void storesUserWithBillingAccount() {
		Registration.RegisteredUser user = this.registration.register(REQUEST);
		assertThat(user.degraded()).isFalse();
		assertThat(user.profile().email()).isEqualTo("ada@example.com");
	}

	@Test
	void countsRegistrationsByCountryAndSource() {
		this.registration.register(REQUEST);
		assertThat(this.registry.get("user.registrations").tags("country", "DE", "source", "web").counter().count())
			.isEqualTo(1);
	}

	@Test
	void closesAccountWhenStoringFails() {
		given(this.users.save(any())).willThrow(new DataAccessResourceFailureException("disk full"));
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> this.registration.register(REQUEST));
		then(this.billing).should().closeAccount(startsWith("billing-"));
		assertThat(this.registry.find("user.registrations").counters()).isEmpty();
	}

	@Test
	void closesAccountWhenSomebodyWasFaster() {
		given(this.users.save(any())).willThrow(new DuplicateKeyException("users_email"));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.registration.register(REQUEST))
			.satisfies((ex) -> assertThat(ex.getStatusCode().value()).isEqualTo(409));
		then(this.billing).should().closeAccount(startsWith("billing-"));
	}

	@Test
	void tellsFirstFailureWhenClosingFailsToo() {
		given(this.users.save(any())).willThrow(new DataAccessResourceFailureException("disk full"));
		willThrow(new IllegalStateException("closed for today")).given(this.billing)
			.closeAccount(startsWith("billing-"));
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> this.registration.register(REQUEST));
	}

	@Test
	void degradesWithoutWelcome() {
		willThrow(new IllegalStateException("no mail today")).given(this.notifications).send(any());
		assertThat(this.registration.register(REQUEST).degraded()).isTrue();
	}

	@Test
	void storesNobodyWithoutBillingAccount() {
		willThrow(new IllegalStateException("no billing today")).given(this.billing).openAccount(any(), any());
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.registration.register(REQUEST));
		then(this.users).should(never()).save(any());
		then(this.notifications).shouldHaveNoInteractions();
	}

}
