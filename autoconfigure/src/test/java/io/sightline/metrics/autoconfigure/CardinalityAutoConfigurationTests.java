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

package io.sightline.metrics.autoconfigure;

import java.util.stream.IntStream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.metrics.cardinality.CardinalityLimit;
import io.sightline.metrics.cardinality.CardinalityLimits;
import io.sightline.metrics.cardinality.CardinalityReport;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.MaximumAllowableTagsMeterFilter;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CardinalityAutoConfiguration}.
 */
class CardinalityAutoConfigurationTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class, ObservationAutoConfiguration.class,
				WebMvcObservationAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, CardinalityAutoConfiguration.class));

	private static void request(MeterRegistry registry, int uris) {
		IntStream.range(0, uris)
			.forEach((i) -> registry.timer("http.server.requests", "uri", "/" + i, "method", "M" + i).record(() -> {
			}));
	}

	private static long requests(MeterRegistry registry) {
		return registry.find("http.server.requests").timers().stream().mapToLong(Timer::count).sum();
	}

	@Test
	void addsUpUrisThatBootDenies() {
		this.runner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			request(registry, 300);
			assertThat(requests(registry)).isEqualTo(300);
			assertThat(registry.get("http.server.requests").tag("uri", "_overflow").timer().count()).isEqualTo(200);
			assertThat(registry.find("http.server.requests").tag("method", "_OTHER").timers()).hasSize(101);
		});
	}

	@Test
	void replacesBootsFilters() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(MaximumAllowableTagsMeterFilter.class));
	}

	@Test
	void keepsFiltersOfTheApplication() {
		MaximumAllowableTagsMeterFilter own = new MaximumAllowableTagsMeterFilter("orders", "shop", 1);
		this.runner.withBean("metricsHttpClientUriTagFilter", MaximumAllowableTagsMeterFilter.class, () -> own)
			.run((context) -> assertThat(context).hasSingleBean(MaximumAllowableTagsMeterFilter.class));
	}

	@Test
	void honoursBootsLimitOfUris() {
		this.runner.withPropertyValues("management.metrics.web.server.max-uri-tags=7").run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			request(registry, 300);
			assertThat(registry.find("http.server.requests").timers()).hasSize(8);
			assertThat(requests(registry)).isEqualTo(300);
		});
	}

	@Test
	void boundsCompositeAndEveryChild() {
		this.runner.withConfiguration(AutoConfigurations.of(PrometheusMetricsExportAutoConfiguration.class))
			.withBean(SimpleMeterRegistry.class)
			.run((context) -> {
				CompositeMeterRegistry composite = context.getBean(CompositeMeterRegistry.class);
				request(composite, 300);
				assertThat(composite.getMeters().stream().filter((meter) -> meter instanceof Timer)).hasSize(101);
				assertThat(composite.getRegistries()).hasSize(2)
					.allSatisfy((registry) -> assertThat(requests(registry)).isEqualTo(300));
			});
	}

	@Test
	void letsFiltersOfTheApplicationReduceValuesFirst() {
		MeterFilter shops = MeterFilter.replaceTagValues("shop", (shop) -> "all");
		this.runner.withBean(MeterFilter.class, () -> shops).run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			IntStream.range(0, 300).forEach((i) -> registry.counter("orders", "shop", "s" + i).increment());
			assertThat(registry.get("orders").counter().getId().getTags()).containsExactly(Tag.of("shop", "all"));
			assertThat(context.getBean(CardinalityReport.class).overflows()).isEmpty();
		});
	}

	@Test
	void bindsLimits() {
		this.runner
			.withPropertyValues("sightline.metrics.cardinality.values-per-tag=2",
					"sightline.metrics.cardinality.meters[orders].values-per-tag=5")
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				IntStream.range(0, 20).forEach((i) -> registry.counter("orders", "shop", "s" + i).increment());
				IntStream.range(0, 20).forEach((i) -> registry.counter("carts", "shop", "s" + i).increment());
				assertThat(registry.find("orders").counters()).extracting(Counter::count).hasSize(6);
				assertThat(registry.find("carts").counters()).extracting(Counter::count).hasSize(3);
			});
	}

	@Test
	void rejectsLimitBelowOne() {
		this.runner.withPropertyValues("sightline.metrics.cardinality.meters[orders].series=0")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("sightline.metrics.cardinality.meters[orders].series"));
	}

	@Test
	void usesLimitsOfTheApplication() {
		CardinalityLimits own = CardinalityLimits.DEFAULTS;
		this.runner.withBean(CardinalityLimits.class, () -> own)
			.run((context) -> assertThat(context).getBean(CardinalityLimits.class).isSameAs(own));
	}

	@Test
	void backsOffWhenDisabled() {
		this.runner.withPropertyValues("sightline.metrics.cardinality.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(CardinalityLimit.class)
				.hasSingleBean(MaximumAllowableTagsMeterFilter.class));
	}

	@Test
	void backsOffWithoutMicrometer() {
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(CardinalityAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).doesNotHaveBean(CardinalityReport.class));
	}

}
