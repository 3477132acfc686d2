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

package io.sightline.test;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.cumulative.CumulativeCounter;
import io.micrometer.core.instrument.cumulative.CumulativeDistributionSummary;
import io.micrometer.core.instrument.cumulative.CumulativeTimer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;

/**
 * Tells tests what they record. A registry adds up what all tests do; which of them
 * records is known only while it happens.
 */
final class RunMeterRegistry extends SimpleMeterRegistry {

	/**
	 * What the JVM does meanwhile, such as collecting garbage, is no test's doing.
	 */
	private static final String JVM = "jvm.";

	private final TestRuns runs;

	private final ApplicationContext application;

	RunMeterRegistry(TestRuns runs, ApplicationContext application) {
		super(SimpleConfig.DEFAULT, Clock.SYSTEM);
		this.runs = runs;
		this.application = application;
	}

	private void recorded(Meter.Id meter, double amount) {
		if (!this.runs.isIdle()) {
			TestRun run = owner(meter.getName());
			if (run != null) {
				run.record(meter, amount);
			}
		}
	}

	private @Nullable TestRun owner(String meter) {
		SpanContext span = Span.current().getSpanContext();
		if (span.isValid()) {
			return this.runs.ofTrace(span.getTraceId());
		}
		TestRun mine = this.runs.ofThread();
		return (mine != null || meter.startsWith(JVM)) ? mine : this.runs.onlyOneIn(this.application);
	}

	@Override
	protected Counter newCounter(Meter.Id id) {
		return new CumulativeCounter(id) {

			@Override
			public void increment(double amount) {
				super.increment(amount);
				recorded(id, amount);
			}

		};
	}

	@Override
	protected Timer newTimer(Meter.Id id, DistributionStatisticConfig config, PauseDetector pauseDetector) {
		return new CumulativeTimer(id, this.clock, config, pauseDetector, getBaseTimeUnit()) {

			@Override
			protected void recordNonNegative(long amount, TimeUnit unit) {
				super.recordNonNegative(amount, unit);
				recorded(id, unit.toNanos(amount) / 1e9);
			}

		};
	}

	@Override
	protected DistributionSummary newDistributionSummary(Meter.Id id, DistributionStatisticConfig config,
			double scale) {
		return new CumulativeDistributionSummary(id, this.clock, config, scale, false) {

			@Override
			protected void recordNonNegative(double amount) {
				super.recordNonNegative(amount);
				recorded(id, amount);
			}

		};
	}

}
