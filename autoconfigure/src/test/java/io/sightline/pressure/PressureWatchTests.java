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

package io.sightline.pressure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.report.Finding;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PressureWatch} and what is told of it.
 */
class PressureWatchTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger(PressureWatch.class);

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private final Map<Resource, Double> loads = new ConcurrentHashMap<>(
			Map.of(Resource.HEAP, 0.1, Resource.QUEUE, 0.1, Resource.CPU, 0.1));

	private final Pressure pressure = new Pressure();

	private final AtomicLong clock = new AtomicLong();

	private final PressureWatch watch = new PressureWatch(this.pressure, gauges(), Duration.ofMillis(5),
			new Recovery(Duration.ofSeconds(10), Duration.ofMinutes(1)), this.clock::get);

	private List<ResourceGauge> gauges() {
		List<ResourceGauge> gauges = new ArrayList<>();
		for (Resource resource : Resource.values()) {
			gauges.add(new ResourceGauge(resource, () -> this.loads.getOrDefault(resource, Double.NaN),
					new Limit(0.8, 0.5, Duration.ZERO)));
		}
		return gauges;
	}

	@BeforeEach
	void listen() {
		this.lines.start();
		this.logger.addAppender(this.lines);
	}

	@AfterEach
	void stop() {
		this.watch.stop();
		this.logger.detachAppender(this.lines);
	}

	@Test
	void isHighWhileAnythingIsShort() {
		look(Resource.QUEUE, 0.9);
		assertThat(this.pressure.isHigh()).isTrue();
		assertThat(this.pressure.isHeapShort()).isFalse();
		look(Resource.HEAP, 0.9);
		assertThat(this.pressure.shortages()).containsExactlyInAnyOrder(Resource.QUEUE, Resource.HEAP);
		recover(Resource.QUEUE, Resource.HEAP);
		assertThat(this.pressure.isHigh()).isFalse();
	}

	@Test
	void saysOnceThatItBeginsAndOnceThatItIsOver() {
		look(Resource.HEAP, 0.91);
		look(Resource.CPU, 0.99);
		look(Resource.HEAP, 0.95);
		this.pressure.shed(Detail.LOG_EVENTS, 7);
		recover(Resource.HEAP, Resource.CPU);
		assertThat(this.lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.INFO);
		assertThat(this.lines.list.get(0).getFormattedMessage()).contains("heap (91 %, limit 80 %)",
				"Errors are told as ever");
		assertThat(this.lines.list.get(1).getFormattedMessage()).contains("after 13 s", "7 log events", "0 spans");
	}

	@Test
	void saysNothingOfWhatWasLeftOutBefore() {
		look(Resource.CPU, 0.9);
		this.pressure.shed(Detail.SPANS, 5);
		recover(Resource.CPU);
		look(Resource.CPU, 0.9);
		recover(Resource.CPU);
		assertThat(this.lines.list).last().asString().contains("0 spans");
		assertThat(this.watch.periods()).isEqualTo(2);
	}

	@Test
	void givesMemoryBackWhileHeapIsShort() {
		AtomicInteger reliefs = new AtomicInteger();
		this.pressure.onShortHeap(reliefs::incrementAndGet);
		look(Resource.CPU, 0.9);
		assertThat(reliefs).hasValue(0);
		look(Resource.HEAP, 0.9);
		look(Resource.HEAP, 0.9);
		assertThat(reliefs).hasValue(2);
	}

	@Test
	void looksUntilItIsStopped() {
		this.watch.start();
		this.loads.put(Resource.HEAP, 0.9);
		Awaitility.await().until(this.pressure::isHigh);
		this.watch.stop();
		assertThat(this.pressure.isHigh()).isFalse();
		Awaitility.await()
			.until(() -> Thread.getAllStackTraces()
				.keySet()
				.stream()
				.noneMatch((thread) -> thread.getName().equals("sightline-pressure")));
	}

	@Test
	void looksAgainAfterFailure() {
		AtomicInteger looks = new AtomicInteger();
		PressureWatch failing = new PressureWatch(this.pressure, List.of(new ResourceGauge(Resource.CPU, () -> {
			looks.incrementAndGet();
			throw new IllegalStateException("no idea");
		}, new Limit(0.8, 0.5, Duration.ZERO))), Duration.ofMillis(1), new Recovery(Duration.ZERO, Duration.ZERO));
		failing.start();
		Awaitility.await().until(() -> looks.get() > 2);
		failing.stop();
		assertThat(this.pressure.isHigh()).isFalse();
	}

	@Test
	void tellsReport() {
		PressureReport report = new PressureReport(this.pressure, this.watch);
		assertThat(report.findings()).isEmpty();
		assertThat(report.details()).asString().contains("leavesOutDetail=false", "periods=0");
		look(Resource.HEAP, 0.912);
		this.pressure.shed(Detail.SPANS, 3);
		assertThat(report.details()).asString()
			.contains("leavesOutDetail=true", "periods=1", "{name=heap, short=true, load=0.912, enter=0.8, leave=0.5}",
					"{name=cpu, short=false", "spans=3");
		assertThat(report.findings()).singleElement()
			.returns("telemetry-reduced", Finding::id)
			.extracting(Finding::meaning)
			.asString()
			.contains("short of heap (91 %, limit 80 %)");
	}

	@Test
	void tellsMeters() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new PressureMetrics(this.pressure, this.watch).bindTo(registry);
		look(Resource.HEAP, 0.9);
		this.pressure.shed(Detail.SPAN_EVENTS, 4);
		assertThat(registry.get("sightline.pressure.short").tag("resource", "heap").gauge().value()).isOne();
		assertThat(registry.get("sightline.pressure.short").tag("resource", "cpu").gauge().value()).isZero();
		assertThat(registry.get("sightline.pressure.load").tag("resource", "heap").gauge().value()).isEqualTo(0.9);
		assertThat(registry.get("sightline.pressure.shed").tag("detail", "span_events").functionCounter().count())
			.isEqualTo(4);
	}

	private void look(Resource resource, double load) {
		this.loads.put(resource, load);
		this.clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
		this.watch.look();
	}

	private void recover(Resource... resources) {
		for (Resource resource : resources) {
			this.loads.put(resource, 0.1);
		}
		this.clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
		this.watch.look();
		this.clock.addAndGet(TimeUnit.SECONDS.toNanos(10));
		this.watch.look();
	}

}
