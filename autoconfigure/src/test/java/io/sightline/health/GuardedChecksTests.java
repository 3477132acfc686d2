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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.BDDMockito;
import org.mockito.Mockito;
import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.PingHealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GuardedChecks}: health that throws (upstream-pains H2) or hangs (H1,
 * spring-boot#43449) must never reach who asks.
 */
@Timeout(30)
class GuardedChecksTests {

	private static final Duration SHORT = CheckFixture.SHORT;

	private static final Duration LIMIT = CheckFixture.LIMIT;

	private final HangingIndicator hanging = new HangingIndicator();

	private CheckFixture fixture = new CheckFixture(CheckFixture.FAST);

	@AfterEach
	void close() {
		this.hanging.close();
		this.fixture.close();
	}

	@ParameterizedTest
	@MethodSource("errors")
	void isDownWhenCheckThrows(Throwable error) {
		HealthIndicator throwing = () -> CheckFixture.sneaky(error);
		Health health = this.fixture.ask(throwing);
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails().get("error")).asString().startsWith(error.getClass().getName());
	}

	static List<Throwable> errors() {
		return List.of(new IllegalStateException("broken"), new NoClassDefFoundError("gone"), new StackOverflowError(),
				new Exception("checked"), new OutOfMemoryError("full"), new IllegalStateException() {
					@Override
					public String getMessage() {
						throw new IllegalStateException("no message");
					}
				});
	}

	@Test
	void isDownWhenCheckHangsAndIgnoresInterrupts() {
		HealthIndicator guarded = this.fixture.guard(this.hanging);
		Awaitility.await().untilAsserted(() -> {
			Health health = Objects.requireNonNull(guarded.health());
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsEntry("reason", "no answer within 1000 ms");
		});
		Awaitility.await().pollDelay(SHORT.multipliedBy(4)).until(() -> this.hanging.runs() == 1);
	}

	@Test
	void recoversWhenCheckNoLongerHangs() {
		HealthIndicator guarded = this.fixture.guard(this.hanging);
		Awaitility.await().until(() -> Status.DOWN.equals(CheckFixture.status(guarded)));
		this.hanging.close();
		Awaitility.await().until(() -> Status.UP.equals(CheckFixture.status(guarded)));
	}

	@Test
	void interruptsRunWhoseTimeIsUp() {
		AtomicInteger interrupts = new AtomicInteger();
		HealthIndicator sleeper = () -> {
			try {
				TimeUnit.HOURS.sleep(1);
			}
			catch (InterruptedException ex) {
				interrupts.incrementAndGet();
			}
			return Health.up().build();
		};
		this.fixture.guard(sleeper);
		Awaitility.await().until(() -> interrupts.get() > 1);
	}

	@Test
	void answersPendingToAllButOneBeforeTheFirstResult() throws Exception {
		use(new CheckSettings(true, Duration.ofMinutes(1), SHORT, null, 1, 1));
		HealthIndicator guarded = this.fixture.guard(this.hanging);
		long start = System.nanoTime();
		ExecutorService probes = Executors.newFixedThreadPool(10);
		List<Health> answers = new CopyOnWriteArrayList<>();
		for (int i = 0; i < 100; i++) {
			probes.execute(() -> answers.add(Objects.requireNonNull(guarded.health())));
		}
		probes.shutdown();
		assertThat(probes.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
		assertThat(answers).hasSize(100).allMatch((health) -> "pending".equals(health.getDetails().get("reason")));
	}

	@Test
	void waitsForFirstResult() {
		HealthIndicator slow = () -> {
			Awaitility.await().pollDelay(Duration.ofMillis(50)).until(() -> true);
			return Health.up().build();
		};
		assertThat(this.fixture.ask(slow).getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void runsNeverTwiceAtATimeAndServesFromCache() {
		use(new CheckSettings(true, LIMIT, Duration.ofMinutes(1), null, 1, 1));
		AtomicInteger runs = new AtomicInteger();
		HealthIndicator guarded = this.fixture
			.guard(() -> Health.up().withDetail("run", runs.incrementAndGet()).build());
		for (int i = 0; i < 1000; i++) {
			assertThat(Objects.requireNonNull(guarded.health()).getDetails()).containsEntry("run", 1);
		}
		assertThat(runs).hasValue(1);
	}

	@Test
	void servesLastResultWhileItRefreshes() {
		AtomicInteger runs = new AtomicInteger();
		HealthIndicator guarded = this.fixture
			.guard(() -> (runs.incrementAndGet() == 1) ? Health.up().build() : this.hanging.health());
		assertThat(CheckFixture.status(guarded)).isEqualTo(Status.UP);
		Awaitility.await().until(() -> this.hanging.runs() == 1);
		assertThat(CheckFixture.status(guarded)).isIn(Status.UP, Status.DOWN);
		Awaitility.await().until(() -> Status.DOWN.equals(CheckFixture.status(guarded)));
	}

	@Test
	void runsOthersWhileOneHangs() {
		this.fixture.guard(this.hanging);
		HealthIndicator other = (HealthIndicator) this.fixture.checks()
			.guard("other", (HealthIndicator) () -> Health.up().build());
		assertThat(CheckFixture.status(other)).isEqualTo(Status.UP);
	}

	@Test
	void saysWhenNoThreadIsFree() {
		this.fixture.close();
		this.fixture = new CheckFixture(CheckFixture.FAST, 1, new CheckListener() {
		});
		this.fixture.guard(this.hanging);
		HealthIndicator other = (HealthIndicator) this.fixture.checks()
			.guard("other", (HealthIndicator) () -> Health.up().build());
		Awaitility.await()
			.until(() -> String.valueOf(Objects.requireNonNull(other.health()).getDetails().get("reason"))
				.startsWith("no thread was free"));
		this.hanging.close();
		Awaitility.await().until(() -> Status.UP.equals(CheckFixture.status(other)));
	}

	@Test
	void guardsReactiveChecks() {
		ReactiveHealthIndicator failing = () -> Mono.error(new IllegalStateException("broken"));
		ReactiveHealthIndicator never = Mono::never;
		ReactiveHealthIndicator throwing = () -> {
			throw new IllegalStateException("broken");
		};
		for (ReactiveHealthIndicator indicator : List.of(failing, never, throwing)) {
			ReactiveHealthIndicator guarded = (ReactiveHealthIndicator) this.fixture.checks().guard("check", indicator);
			assertThat(guarded.health().map(Health::getStatus).block()).isEqualTo(Status.DOWN);
			assertThat(CheckFixture.status(guarded.asHealthContributor())).isEqualTo(Status.DOWN);
			this.fixture.checks().forget("check");
		}
	}

	@Test
	void guardsMembersOfComposites() {
		CompositeHealthContributor composite = CompositeHealthContributor
			.fromMap(Map.of("one", (HealthIndicator) () -> CheckFixture.sneaky(new IllegalStateException("broken"))));
		HealthContributors guarded = (HealthContributors) this.fixture.checks().guard("all", composite);
		assertThat(guarded.stream())
			.allMatch((entry) -> Status.DOWN.equals(CheckFixture.status((HealthIndicator) entry.contributor())));
		assertThat(guarded.getContributor("one")).isNotNull();
		assertThat(guarded.getContributor("two")).isNull();
		Awaitility.await()
			.until(() -> this.fixture.changes().size() == 1 && "all/one".equals(this.fixture.changes().get(0).check()));
	}

	@Test
	void isDownWhenCompositeCannotTellItsMembers() {
		CompositeHealthContributor broken = Mockito.mock(CompositeHealthContributor.class);
		BDDMockito.given(broken.stream()).willThrow(new IllegalStateException());
		HealthContributors guarded = (HealthContributors) this.fixture.checks().guard("all", broken);
		assertThat(guarded.stream())
			.allMatch((entry) -> Status.DOWN.equals(CheckFixture.status((HealthIndicator) entry.contributor())))
			.hasSize(1);
	}

	@Test
	void leavesStateOfTheProcessAlone() {
		PingHealthIndicator ping = new PingHealthIndicator();
		assertThat(this.fixture.checks().guard("ping", ping)).isSameAs(ping);
	}

	@Test
	void asksContributorThatReplacedAnother() {
		this.fixture.guard(() -> Health.up().build());
		HealthIndicator guarded = this.fixture.guard(() -> Health.outOfService().build());
		Awaitility.await().until(() -> Status.OUT_OF_SERVICE.equals(CheckFixture.status(guarded)));
	}

	@Test
	void leavesNoThreadAndNoRunBehind() {
		AtomicInteger runs = new AtomicInteger();
		this.fixture.guard(() -> Health.up().withDetail("run", runs.incrementAndGet()).build());
		Awaitility.await().until(() -> runs.get() > 0);
		this.fixture.close();
		Awaitility.await()
			.untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
				.noneMatch((name) -> name.startsWith("sightline-health")));
		assertThat(this.fixture.changes()).hasSizeLessThan(2);
	}

	private void use(CheckSettings settings) {
		this.fixture.close();
		this.fixture = new CheckFixture(settings);
	}

}
