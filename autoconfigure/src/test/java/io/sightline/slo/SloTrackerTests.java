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

package io.sightline.slo;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SloTrackerTests {

	private final ManualClock clock = new ManualClock();

	private final SloTracker tracker = new SloTracker(Objectives.availability("99.9"), this.clock);

	@Test
	void hasNoDataBeforeTheFirstEvent() {
		SloStatus status = this.tracker.status();
		assertThat(status.state()).isEqualTo(SloState.NO_DATA);
		assertThat(status.period().burnRate()).isNull();
		assertThat(status.budget().remaining()).isNull();
		assertThat(status.budget().timeToExhaustion()).isNull();
		assertThat(status.tiers()).noneMatch(TierStatus::firing);
	}

	@Test
	void knowsBurnRateAndWhatIsLeft() {
		traffic(Duration.ofMinutes(1), 9_990, 10);
		SloStatus status = this.tracker.status();
		assertThat(status.period().count().errorRatio()).isEqualByComparingTo("0.001");
		assertThat(status.period().burnRate()).isEqualByComparingTo("1");
		assertThat(status.budget().remaining()).isEqualByComparingTo("0");
		assertThat(status.budget().remainingEvents()).isEqualByComparingTo("0");
	}

	@Test
	void doesNotHideHowFarABudgetIsOverspent() {
		traffic(Duration.ofMinutes(1), 900, 100);
		assertThat(this.tracker.status().budget().remaining()).isEqualByComparingTo("-99");
		assertThat(this.tracker.status().budget().remainingEvents()).isEqualByComparingTo("-99");
	}

	@Test
	void readsPartOfAPeriodBothWays() {
		traffic(Duration.ofDays(3), 9_999, 1);
		BudgetStatus budget = this.tracker.status().budget();
		assertThat(budget.coverage()).isEqualByComparingTo("0.1");
		assertThat(budget.isPartial()).isTrue();
		assertThat(budget.remaining()).isEqualByComparingTo("0.9");
		assertThat(budget.remainingByCoverage()).isEqualByComparingTo("0.99");
		assertThat(this.tracker.status().state()).isEqualTo(SloState.PARTIAL);
	}

	@Test
	void isOkayAfterAWholePeriod() {
		this.clock.advance(Duration.ofDays(30));
		traffic(Duration.ofMinutes(1), 1_000, 0);
		assertThat(this.tracker.status().state()).isEqualTo(SloState.OK);
		assertThat(this.tracker.status().budget().coverage()).isEqualTo(BigDecimal.ONE);
	}

	@Test
	void predictsExhaustion() {
		traffic(Duration.ofMinutes(1), 998, 2);
		Duration left = this.tracker.status().budget().timeToExhaustion();
		assertThat(left).isCloseTo(Duration.ofDays(15), Duration.ofMinutes(2));
	}

	@Test
	void isExhaustedOnceAPeriodsBudgetIsSpent() {
		this.clock.advance(Duration.ofDays(30));
		traffic(Duration.ofMinutes(1), 998, 2);
		assertThat(this.tracker.status().state()).isEqualTo(SloState.EXHAUSTED);
		assertThat(this.tracker.status().budget().timeToExhaustion()).isZero();
	}

	@Test
	void firesWhenBothWindowsBurn() {
		traffic(Duration.ofMinutes(1), 900, 100);
		assertThat(firing()).containsExactly(BurnTier.FAST, BurnTier.MEDIUM, BurnTier.SLOW, BurnTier.TRICKLE);
		assertThat(this.tracker.status().state()).isEqualTo(SloState.BURNING);
	}

	@Test
	void stopsFiringOnceTheShortWindowIsClean() {
		traffic(Duration.ofMinutes(1), 900, 100);
		traffic(Duration.ofMinutes(5), 1_000, 0);
		assertThat(firing()).doesNotContain(BurnTier.FAST).contains(BurnTier.MEDIUM);
	}

	@Test
	void doesNotFireAtItsFactorExactly() {
		traffic(Duration.ofMinutes(1), 10_000 - 144, 144);
		assertThat(firing()).doesNotContain(BurnTier.FAST).contains(BurnTier.MEDIUM);
	}

	@Test
	void doesNotFireOnOneBadEvent() {
		traffic(Duration.ofMinutes(1), 10, 1);
		assertThat(firing()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "PT5M,PT10S", "PT30M,PT10S", "PT1H,PT10S", "PT2H,PT1M", "PT6H,PT1M", "P1D,PT1M", "P3D,PT5M",
			"P30D,PT5M" })
	void forgetsEventsOlderThanTheWindow(Duration window, Duration slot) {
		traffic(window.minus(slot), 5, 5);
		assertThat(this.tracker.count(window)).isEqualTo(new EventCount(5, 5));
		this.clock.advance(slot);
		assertThat(this.tracker.count(window)).isEqualTo(new EventCount(0, 0));
	}

	@Test
	void survivesTimeWithoutAnybodyLooking() {
		traffic(Duration.ofDays(1), 10, 0);
		this.clock.advance(Duration.ofDays(400));
		assertThat(this.tracker.status().state()).isEqualTo(SloState.NO_DATA);
		assertThat(this.tracker.good()).isEqualTo(10);
	}

	@Test
	void takesTheHistoryOfAnotherProcess() {
		for (int hour = 0; hour < 24 * 20; hour++) {
			traffic(Duration.ofHours(1), 100 + hour, 1);
		}
		SloTracker next = new SloTracker(this.tracker.objective(), this.clock);
		next.restore(this.tracker.history(), this.tracker.observed());
		assertThat(next.status().period().count()).isEqualTo(this.tracker.status().period().count());
		assertThat(next.status().budget()).isEqualTo(this.tracker.status().budget());
		assertThat(next.good()).isZero();
	}

	@Test
	void keepsEachMomentOfHistoryOnce() {
		for (int i = 0; i < 3 * 24 * 60; i++) {
			traffic(Duration.ofSeconds(61), 1, 0);
		}
		assertThat(this.tracker.history().stream().mapToLong(HistorySlot::good).sum()).isEqualTo(3 * 24 * 60);
	}

	@Test
	void leavesOutHistoryOlderThanThePeriod() {
		this.tracker.restore(List.of(new HistorySlot(Duration.ofDays(31), Duration.ofMinutes(5), 7, 7)),
				Duration.ofDays(31));
		assertThat(this.tracker.status().state()).isEqualTo(SloState.NO_DATA);
		assertThat(this.tracker.status().budget().coverage()).isEqualTo(BigDecimal.ONE);
	}

	@Test
	void countsEveryEventOfManyThreads() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		Callable<Void> work = () -> {
			IntStream.range(0, 50_000).forEach((i) -> this.tracker.record(i % 10 != 0));
			return null;
		};
		threads.invokeAll(Stream.generate(() -> work).limit(8).toList())
			.forEach((result) -> assertThat(result).isDone());
		threads.shutdown();
		assertThat(this.tracker.count(Duration.ofMinutes(5))).isEqualTo(new EventCount(360_000, 40_000));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 28, 30, 31, 37, 90 })
	void holdsPeriodInTwoHundredKilobytes(int days) {
		SloTracker large = new SloTracker(Objectives.availability("99.9", days), this.clock);
		large.add(1, 1);
		assertThat(bytes(large)).isLessThanOrEqualTo(200_000);
		assertThat(large.count(Duration.ofDays(days)).total()).isEqualTo(2);
	}

	@Test
	void approximatesDoubleArithmetic() {
		traffic(Duration.ofMinutes(1), 123_456, 789);
		BigDecimal burnRate = this.tracker.status().period().burnRate();
		assertThat(burnRate).isNotNull();
		assertThat(String.valueOf(burnRate)).asDouble().isCloseTo(789 / 124_245.0 / 0.001, within(1e-6));
	}

	private void traffic(Duration time, long good, long bad) {
		this.tracker.add(good, bad);
		this.tracker.count(Duration.ofMinutes(5));
		this.clock.advance(time);
	}

	private List<BurnTier> firing() {
		return this.tracker.status().tiers().stream().filter(TierStatus::firing).map(TierStatus::tier).toList();
	}

	/**
	 * The bytes of all that can be reached from a tracker and is its own: 16 for each
	 * object and 8 for each field, more than any JVM takes.
	 */
	private static long bytes(Object root) {
		Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<Object> open = new ArrayDeque<>(List.of(root));
		long bytes = 0;
		while (!open.isEmpty()) {
			Object next = open.pop();
			if (seen.add(next)) {
				bytes += 16 + (next.getClass().isArray() ? 8L * Array.getLength(next) : fields(next, open));
			}
		}
		return bytes;
	}

	private static long fields(Object owner, Deque<Object> open) {
		long bytes = 0;
		for (Field field : owner.getClass().getDeclaredFields()) {
			bytes += Modifier.isStatic(field.getModifiers()) ? 0 : 8;
			boolean ours = owner.getClass().getPackageName().equals(SloTracker.class.getPackageName());
			if (ours && !Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
				Object value = value(owner, field);
				((value instanceof Iterable<?> several) ? several : List.of(value)).forEach(open::push);
			}
		}
		return bytes;
	}

	private static Object value(Object owner, Field field) {
		try {
			field.setAccessible(true);
			Object value = field.get(owner);
			return (value != null) ? value : "";
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
