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

package io.sightline.pressure.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.sightline.pressure.Limit;
import io.sightline.pressure.Pressure;
import io.sightline.pressure.PressureWatch;
import io.sightline.pressure.QueueFill;
import io.sightline.pressure.Recovery;
import io.sightline.pressure.Resource;
import io.sightline.report.ReportContributor;
import org.assertj.core.groups.Tuple;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PressureAutoConfiguration}.
 */
class PressureAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PressureAutoConfiguration.class));

	@Test
	void looksAtHeapQueuesAndProcessors() {
		this.runner.run((context) -> assertThat(context.getBean(PressureWatch.class).readings())
			.extracting(PressureWatch.Reading::resource, PressureWatch.Reading::limit)
			.containsExactly(tuple(Resource.HEAP, 0.85, 0.75, 0), tuple(Resource.QUEUE, 0.6, 0.3, 0),
					tuple(Resource.CPU, 0.95, 0.8, 30)));
	}

	@Test
	void leavesOutDetailWhileQueueIsFull() {
		this.runner.withPropertyValues("sightline.pressure.interval=5ms", "sightline.pressure.recovery=5ms")
			.withBean(Fill.class)
			.run((context) -> {
				Pressure pressure = context.getBean(Pressure.class);
				Fill fill = context.getBean(Fill.class);
				fill.share = 0.7;
				Awaitility.await().until(() -> pressure.shortages().contains(Resource.QUEUE));
				fill.share = 0.1;
				Awaitility.await().until(() -> !pressure.shortages().contains(Resource.QUEUE));
			});
	}

	@Test
	void bindsLimits() {
		this.runner
			.withPropertyValues("sightline.pressure.heap.enter=0.5", "sightline.pressure.heap.leave=0.4",
					"sightline.pressure.cpu.after=1m")
			.run((context) -> assertThat(context.getBean(PressureWatch.class).readings())
				.extracting(PressureWatch.Reading::limit)
				.contains(new Limit(0.5, 0.4, Duration.ZERO), new Limit(0.95, 0.8, Duration.ofMinutes(1))));
	}

	@ParameterizedTest
	@CsvSource({ "heap.enter, 85", "heap.enter, 0", "heap.leave, 0.9", "queue.leave, 0", "cpu.enter, 1.1",
			"cpu.after, -1s", "interval, 0s", "recovery, -1s", "patience, -1s" })
	void refusesWhatCannotBeMeant(String key, String value) {
		this.runner.withPropertyValues("sightline.pressure." + key + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("sightline.pressure." + key));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.pressure.enabled", "sightline.enabled" })
	void leavesNothingBehindWhenDisabled(String key) {
		this.runner.withPropertyValues(key + "=false").run((context) -> {
			assertThat(context).doesNotHaveBean(Pressure.class)
				.doesNotHaveBean(PressureWatch.class)
				.doesNotHaveBean(ReportContributor.class)
				.doesNotHaveBean(MeterBinder.class);
			assertThat(Thread.getAllStackTraces().keySet())
				.noneMatch((thread) -> thread.isAlive() && thread.getName().equals("sightline-pressure"));
		});
	}

	@Test
	void backsOffForWatchOfTheApplication() {
		PressureWatch own = new PressureWatch(new Pressure(), List.of(), Duration.ofMinutes(1),
				new Recovery(Duration.ZERO, Duration.ZERO));
		this.runner.withBean(PressureWatch.class, () -> own)
			.run((context) -> assertThat(context).getBean(PressureWatch.class).isSameAs(own));
	}

	@Test
	void backsOffForPressureOfTheApplication() {
		Pressure own = new Pressure();
		this.runner.withBean(Pressure.class, () -> own)
			.run((context) -> assertThat(context).getBean(Pressure.class).isSameAs(own));
	}

	@Test
	void hasNoMetersWithoutMicrometer() {
		this.runner.withClassLoader(new FilteredClassLoader(MeterBinder.class))
			.run((context) -> assertThat(context).hasSingleBean(PressureWatch.class)
				.doesNotHaveBean("sightlinePressureMetrics"));
	}

	private static Tuple tuple(Resource resource, double enter, double leave, int seconds) {
		return Tuple.tuple(resource, new Limit(enter, leave, Duration.ofSeconds(seconds)));
	}

	/**
	 * A queue that is as full as it is said to be.
	 */
	static class Fill implements QueueFill {

		private volatile double share;

		@Override
		public double share() {
			return this.share;
		}

	}

}
