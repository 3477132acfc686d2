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

package io.sightline.slo.alert;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MeterConditionTests {

	private final AtomicLong clock = new AtomicLong();

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "queue.size > 100|true", "queue.size > 120|false", "queue.size >= 120|true",
			"queue.size{queue=mail} > 100|false", "queue.size{queue=mail} <= 20|true",
			"queue.size{queue=\"mail\"} < 20|false", "no.such.meter < 1|false", "count(calls) >= 2|true",
			"mean(calls) > 1.9|true", "max(calls) > 2.9|true", "mean(silence) > 0|false", "value(queue.size)>-1|true" })
	void looksAtMeters(String condition, boolean holds) {
		this.registry.gauge("queue.size", Tags.of("queue", "mail"), 20);
		this.registry.gauge("queue.size", Tags.of("queue", "orders"), 100);
		this.registry.timer("calls").record(Duration.ofSeconds(1));
		this.registry.timer("calls").record(Duration.ofSeconds(3));
		this.registry.timer("silence");
		assertThat(MeterCondition.parse(condition, this.clock::get).test(this.registry)).isEqualTo(holds);
	}

	@Test
	void knowsRateFromTheSecondLook() {
		MeterCondition condition = MeterCondition.parse("rate(errors) > 0.5", this.clock::get);
		this.registry.counter("errors").increment(1_000);
		assertThat(condition.test(this.registry)).isFalse();
		look(condition, 6, true);
		look(condition, 5, false);
	}

	private void look(MeterCondition condition, int errors, boolean holds) {
		this.clock.addAndGet(Duration.ofSeconds(10).toNanos());
		this.registry.counter("errors").increment(errors);
		assertThat(condition.test(this.registry)).isEqualTo(holds);
	}

	@Test
	void leavesOutACounterThatIsGone() {
		MeterCondition condition = MeterCondition.parse("rate(errors) > 0.5", this.clock::get);
		this.registry.counter("errors").increment(1_000);
		Counter other = this.registry.counter("errors", "kind", "other");
		other.increment(1_000);
		condition.test(this.registry);
		this.registry.remove(other);
		look(condition, 5, false);
		look(condition, 6, true);
	}

	@Test
	void takesACounterThatStartsAgainFromZero() {
		MeterCondition condition = MeterCondition.parse("rate(errors) > 0.5", this.clock::get);
		this.registry.counter("errors").increment(1_000);
		condition.test(this.registry);
		this.registry.clear();
		look(condition, 6, true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "queue.size", "queue.size > many", "sum(queue.size) > 1", "rate(queue.size > 1",
			"queue.size) > 1", "queue.size{mail} > 1", "queue.size == 1" })
	void rejectsOther(String condition) {
		assertThatIllegalArgumentException().isThrownBy(() -> MeterCondition.parse(condition, this.clock::get))
			.withMessageMatching("a (condition|statistic|tag) is .*");
	}

}
