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

import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.RedactionRules;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

	private static final Duration SHORT = Duration.ofMillis(50);

	private static final Duration LIMIT = Duration.ofSeconds(1);

	private static final CheckSettings FAST = new CheckSettings(true, LIMIT, SHORT, null, 1, 1);

	private final List<HealthChange> changes = new CopyOnWriteArrayList<>();

	private final HangingIndicator hanging = new HangingIndicator();

	private GuardedChecks checks = checks(FAST);

	@AfterEach
	void close() {
		this.hanging.close();
		this.checks.close();
	}

	@ParameterizedTest
	@MethodSource("errors")
	void isDownWhenCheckThrows(Throwable error) {
		HealthIndicator throwing = () -> sneaky(error);
		Health health = ask(throwing);
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
	void isUnknownWhenCheckHasNoAnswer() {
		HealthIndicator silent = () -> null;
		assertThat(ask(silent).getStatus()).isEqualTo(Status.UNKNOWN);
	}

	@Test
	void isDownWhenCheckHangsAndIgnoresInterrupts() {
		HealthIndicator guarded = guard(this.hanging);
		Awaitility.await().untilAsserted(() -> {
			Health health = Objects.requireNonNull(guarded.health());
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsEntry("reason", "no answer within 1000 ms");
		});
		Awaitility.await().pollDelay(SHORT.multipliedBy(4)).until(() -> this.hanging.runs() == 1);
	}

	@Test
	void recoversWhenCheckNoLongerHangs() {
		HealthIndicator guarded = guard(this.hanging);
		Awaitility.await().until(() -> Status.DOWN.equals(status(guarded)));
		this.hanging.close();
		Awaitility.await().until(() -> Status.UP.equals(status(guarded)));
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
		guard(sleeper);
		Awaitility.await().until(() -> interrupts.get() > 1);
	}

	@Test
	void answersPendingToAllButOneBeforeTheFirstResult() throws Exception {
		this.checks.close();
		this.checks = checks(new CheckSettings(true, Duration.ofMinutes(1), SHORT, null, 1, 1));
		HealthIndicator guarded = guard(this.hanging);
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
		assertThat(ask(slow).getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void runsNeverTwiceAtATimeAndServesFromCache() {
		this.checks.close();
		this.checks = checks(new CheckSettings(true, LIMIT, Duration.ofMinutes(1), null, 1, 1));
		AtomicInteger runs = new AtomicInteger();
		HealthIndicator guarded = guard(() -> Health.up().withDetail("run", runs.incrementAndGet()).build());
		for (int i = 0; i < 1000; i++) {
			assertThat(Objects.requireNonNull(guarded.health()).getDetails()).containsEntry("run", 1);
		}
		assertThat(runs).hasValue(1);
	}

	@Test
	void servesLastResultWhileItRefreshes() {
		AtomicInteger runs = new AtomicInteger();
		HealthIndicator guarded = guard(
				() -> (runs.incrementAndGet() == 1) ? Health.up().build() : this.hanging.health());
		assertThat(status(guarded)).isEqualTo(Status.UP);
		Awaitility.await().until(() -> this.hanging.runs() == 1);
		assertThat(status(guarded)).isIn(Status.UP, Status.DOWN);
		Awaitility.await().until(() -> Status.DOWN.equals(status(guarded)));
	}

	@Test
	void runsOthersWhileOneHangs() {
		guard(this.hanging);
		HealthIndicator other = (HealthIndicator) this.checks.guard("other",
				(HealthIndicator) () -> Health.up().build());
		assertThat(status(other)).isEqualTo(Status.UP);
	}

	@Test
	void saysWhenNoThreadIsFree() {
		this.checks.close();
		this.checks = new GuardedChecks((name) -> FAST, new CheckThreads(1), SHORT, RedactionPolicy.disabled(),
				List.of());
		guard(this.hanging);
		HealthIndicator other = (HealthIndicator) this.checks.guard("other",
				(HealthIndicator) () -> Health.up().build());
		Awaitility.await()
			.until(() -> String.valueOf(Objects.requireNonNull(other.health()).getDetails().get("reason"))
				.startsWith("no thread was free"));
		this.hanging.close();
		Awaitility.await().until(() -> Status.UP.equals(status(other)));
	}

	@Test
	void degradesInsteadOfTakingDownWhenNotCritical() {
		this.checks.close();
		this.checks = checks(new CheckSettings(false, LIMIT, SHORT, null, 1, 1));
		Health health = ask(() -> Health.down().withDetail("error", "refused").build());
		assertThat(health.getStatus()).isEqualTo(HealthStatus.DEGRADED);
		assertThat(health.getDetails()).containsEntry("actual", "DOWN").containsEntry("error", "refused");
	}

	@Test
	void degradesWhenSlow() {
		this.checks.close();
		this.checks = checks(new CheckSettings(true, Duration.ofSeconds(5), SHORT, Duration.ofNanos(1), 1, 1));
		Health health = ask(() -> Health.up().build());
		assertThat(health.getStatus()).isEqualTo(HealthStatus.DEGRADED);
		assertThat(health.getDetails().get("reason")).asString().startsWith("took ");
	}

	@Test
	void keepsStatusUntilEnoughResultsAgree() {
		this.checks.close();
		this.checks = checks(new CheckSettings(true, LIMIT, Duration.ofMillis(20), null, 1000, 1));
		AtomicInteger runs = new AtomicInteger();
		HealthIndicator guarded = guard(
				() -> (runs.incrementAndGet() == 1) ? Health.up().build() : Health.down().build());
		Awaitility.await().until(() -> runs.get() > 3);
		Health health = Objects.requireNonNull(guarded.health());
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("actual", "DOWN");
	}

	@Test
	void tellsDurationAndLastChange() {
		Map<String, Object> details = ask(() -> Health.up().build()).getDetails();
		assertThat(details).containsOnlyKeys("durationMs", "lastChange");
		assertThat(details.get("lastChange")).asString().endsWith("Z");
	}

	@Test
	void tellsNoSecrets() {
		Health health = ask(() -> Health.down(new IllegalStateException("no jdbc:pg://app:hunter2@db/shop"))
			.withDetail("password", "hunter2")
			.withDetail("nested", Map.of("api_key", "hunter2"))
			.build());
		assertThat(health.toString()).doesNotContain("hunter2").contains("IllegalStateException");
		Awaitility.await().until(() -> !this.changes.isEmpty());
		assertThat(this.changes.toString()).doesNotContain("hunter2").contains("IllegalStateException");
	}

	@Test
	void leavesDetailsOutWhenAsked() {
		HealthIndicator guarded = guard(() -> Health.up().withDetail("a", "b").build());
		assertThat(Objects.requireNonNull(guarded.health(false)).getDetails()).isEmpty();
	}

	@Test
	void guardsReactiveChecks() {
		ReactiveHealthIndicator failing = () -> Mono.error(new IllegalStateException("broken"));
		ReactiveHealthIndicator never = Mono::never;
		ReactiveHealthIndicator throwing = () -> {
			throw new IllegalStateException("broken");
		};
		for (ReactiveHealthIndicator indicator : List.of(failing, never, throwing)) {
			ReactiveHealthIndicator guarded = (ReactiveHealthIndicator) this.checks.guard("check", indicator);
			assertThat(guarded.health().map(Health::getStatus).block()).isEqualTo(Status.DOWN);
			assertThat(status(guarded.asHealthContributor())).isEqualTo(Status.DOWN);
			this.checks.forget("check");
		}
	}

	@Test
	void guardsMembersOfComposites() {
		CompositeHealthContributor composite = CompositeHealthContributor
			.fromMap(Map.of("one", (HealthIndicator) () -> sneaky(new IllegalStateException("broken"))));
		HealthContributors guarded = (HealthContributors) this.checks.guard("all", composite);
		assertThat(guarded.stream())
			.allMatch((entry) -> Status.DOWN.equals(status((HealthIndicator) entry.contributor())));
		assertThat(guarded.getContributor("one")).isNotNull();
		assertThat(guarded.getContributor("two")).isNull();
		Awaitility.await().until(() -> this.changes.size() == 1 && "all/one".equals(this.changes.get(0).check()));
	}

	@Test
	void leavesStateOfTheProcessAlone() {
		PingHealthIndicator ping = new PingHealthIndicator();
		assertThat(this.checks.guard("ping", ping)).isSameAs(ping);
	}

	@Test
	void asksContributorThatReplacedAnother() {
		guard(() -> Health.up().build());
		HealthIndicator guarded = guard(() -> Health.outOfService().build());
		Awaitility.await().until(() -> Status.OUT_OF_SERVICE.equals(status(guarded)));
	}

	@Test
	void tellsEachChangeOnce() {
		AtomicInteger runs = new AtomicInteger();
		guard(() -> (runs.incrementAndGet() < 3) ? Health.up().build()
				: Health.down().withDetail("reason", "x").build());
		Awaitility.await().until(() -> runs.get() > 5);
		assertThat(this.changes).containsExactly(new HealthChange("check", null, Status.UP, null),
				new HealthChange("check", Status.UP, Status.DOWN, "x"));
	}

	@Test
	void surviesListenerThatThrows() {
		this.checks.close();
		CheckListener broken = new CheckListener() {
			@Override
			public void ran(String check, Duration duration) {
				throw new NoClassDefFoundError("gone");
			}
		};
		this.checks = new GuardedChecks((name) -> FAST, new CheckThreads(4), SHORT, RedactionPolicy.disabled(),
				List.of(broken));
		AtomicInteger runs = new AtomicInteger();
		guard(() -> Health.up().withDetail("run", runs.incrementAndGet()).build());
		Awaitility.await().until(() -> runs.get() > 2);
	}

	@Test
	void leavesNoThreadAndNoRunBehind() {
		AtomicInteger runs = new AtomicInteger();
		guard(() -> Health.up().withDetail("run", runs.incrementAndGet()).build());
		Awaitility.await().until(() -> runs.get() > 0);
		this.checks.close();
		Awaitility.await()
			.untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
				.noneMatch((name) -> name.startsWith("sightline-health")));
		assertThat(this.changes).hasSizeLessThan(2);
	}

	private GuardedChecks checks(CheckSettings settings) {
		CheckListener recorder = new CheckListener() {
			@Override
			public void changed(HealthChange change) {
				GuardedChecksTests.this.changes.add(change);
			}
		};
		return new GuardedChecks((name) -> settings, new CheckThreads(4), Duration.ofSeconds(2),
				RedactionPolicy.from(RedactionRules.defaults()), List.of(recorder));
	}

	private HealthIndicator guard(HealthIndicator indicator) {
		return (HealthIndicator) this.checks.guard("check", indicator);
	}

	private Health ask(HealthIndicator indicator) {
		return Objects.requireNonNull(guard(indicator).health());
	}

	private static Status status(HealthIndicator indicator) {
		return Objects.requireNonNull(indicator.health()).getStatus();
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> Health sneaky(Throwable error) throws T {
		throw (T) error;
	}

}
