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

package io.sightline.health;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link GuardedChecks} tell: degraded states, details, changes.
 */
@Timeout(30)
class GuardedAnswersTests {

	private static final Duration SHORT = CheckFixture.SHORT;

	private static final Duration LIMIT = CheckFixture.LIMIT;

	private CheckFixture fixture = new CheckFixture(CheckFixture.FAST);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void degradesInsteadOfTakingDownWhenNotCritical() {
		use(new CheckSettings(false, LIMIT, SHORT, null, 1, 1));
		Health health = this.fixture.ask(() -> Health.down().withDetail("error", "refused").build());
		assertThat(health.getStatus()).isEqualTo(HealthStatus.DEGRADED);
		assertThat(health.getDetails()).containsEntry("actual", "DOWN").containsEntry("error", "refused");
	}

	@Test
	void degradesWhenSlowButNotByTheFirstRun() {
		use(new CheckSettings(true, Duration.ofSeconds(5), SHORT, Duration.ofNanos(1), 1, 1));
		HealthIndicator guarded = this.fixture.guard(() -> Health.up().build());
		assertThat(CheckFixture.status(guarded)).isEqualTo(Status.UP);
		Awaitility.await().until(() -> HealthStatus.DEGRADED.equals(CheckFixture.status(guarded)));
		assertThat(Objects.requireNonNull(guarded.health()).getDetails().get("reason")).asString().startsWith("took ");
	}

	@Test
	void keepsStatusUntilEnoughResultsAgree() {
		use(new CheckSettings(true, LIMIT, Duration.ofMillis(20), null, 1000, 1));
		AtomicInteger runs = new AtomicInteger();
		HealthIndicator guarded = this.fixture
			.guard(() -> (runs.incrementAndGet() == 1) ? Health.up().build() : Health.down().build());
		Awaitility.await().until(() -> runs.get() > 3);
		Health health = Objects.requireNonNull(guarded.health());
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("actual", "DOWN");
	}

	@Test
	void tellsDurationAndLastChange() {
		Map<String, Object> details = this.fixture.ask(() -> Health.up().build()).getDetails();
		assertThat(details).containsOnlyKeys("durationMs", "lastChange");
		assertThat(details.get("lastChange")).asString().endsWith("Z");
	}

	@Test
	void tellsNoSecrets() {
		Health health = this.fixture
			.ask(() -> Health.down(new IllegalStateException("no jdbc:pg://app:hunter2@db/shop"))
				.withDetail("password", "hunter2")
				.withDetail("nested", Map.of("api_key", "hunter2"))
				.build());
		assertThat(health.toString()).doesNotContain("hunter2").contains("IllegalStateException");
		Awaitility.await().until(() -> !this.fixture.changes().isEmpty());
		assertThat(this.fixture.changes().toString()).doesNotContain("hunter2").contains("IllegalStateException");
	}

	@Test
	void saysWhenDetailsCannotBeShown() {
		CharSequence broken = Mockito.mock(CharSequence.class);
		BDDMockito.given(broken.toString()).willThrow(new IllegalStateException());
		Health health = this.fixture.ask(() -> Health.down().withDetail("broken", broken).build());
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails().get("reason")).asString().startsWith("details cannot be shown");
	}

	@Test
	void leavesDetailsOutWhenAsked() {
		HealthIndicator guarded = this.fixture.guard(() -> Health.up().withDetail("a", "b").build());
		assertThat(Objects.requireNonNull(guarded.health(false)).getDetails()).isEmpty();
	}

	@Test
	void tellsEachChangeOnce() {
		AtomicInteger runs = new AtomicInteger();
		this.fixture.guard(() -> (runs.incrementAndGet() < 3) ? Health.up().build()
				: Health.down().withDetail("reason", "x").build());
		Awaitility.await().until(() -> runs.get() > 5);
		assertThat(this.fixture.changes()).containsExactly(new HealthChange("check", null, Status.UP, null),
				new HealthChange("check", Status.UP, Status.DOWN, "x"));
	}

	@Test
	void survivesListenerThatThrows() {
		this.fixture.close();
		CheckListener broken = new CheckListener() {
			@Override
			public void ran(String check, Duration duration) {
				throw new NoClassDefFoundError("gone");
			}
		};
		this.fixture = new CheckFixture(CheckFixture.FAST, 4, broken);
		AtomicInteger runs = new AtomicInteger();
		this.fixture.guard(() -> Health.up().withDetail("run", runs.incrementAndGet()).build());
		Awaitility.await().until(() -> runs.get() > 2);
	}

	@Test
	void isUnknownWhenCheckHasNoAnswer() {
		HealthIndicator silent = () -> null;
		assertThat(this.fixture.ask(silent).getStatus()).isEqualTo(Status.UNKNOWN);
	}

	private void use(CheckSettings settings) {
		this.fixture.close();
		this.fixture = new CheckFixture(settings);
	}

}
