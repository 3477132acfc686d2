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

import java.util.List;
import java.util.Locale;

import io.micrometer.common.annotation.ValueResolver;
import io.micrometer.core.aop.MeterTag;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.metrics.business.BusinessMeter;
import io.sightline.metrics.business.BusinessMeters;
import io.sightline.metrics.business.BusinessMetrics;
import io.sightline.metrics.business.CountedBusinessEvent;
import io.sightline.metrics.business.CountedEventAdvisor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link BusinessMetricsAutoConfiguration}.
 */
class BusinessMetricsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
				SimpleMetricsExportAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
				AopAutoConfiguration.class, BusinessMetricsAutoConfiguration.class))
		.withPropertyValues("sightline.metrics.business.meters[0].name=orders.shipped",
				"sightline.metrics.business.meters[0].tags=carrier,outcome",
				"sightline.metrics.business.meters[0].description=Orders that left the house");

	private static double shipped(MeterRegistry registry, String carrier, String outcome) {
		return registry.get("orders.shipped").tags("carrier", carrier, "outcome", outcome).counter().count();
	}

	@Test
	void bindsDeclarations() {
		this.runner.withPropertyValues("sightline.metrics.business.meters[1].name=weight",
				"sightline.metrics.business.meters[1].type=amount", "sightline.metrics.business.meters[1].unit=grams")
			.run((context) -> {
				context.getBean(BusinessMetrics.class).amount("weight").add(5);
				assertThat(context.getBean(MeterRegistry.class).get("weight").counter().getId().getBaseUnit())
					.isEqualTo("grams");
			});
	}

	@Test
	void collectsDeclarationsThatAreBeans() {
		BusinessMeter own = BusinessMeter.counter("returns", "Orders that came back");
		this.runner.withBean(BusinessMeter.class, () -> own)
			.run((context) -> assertThat(context.getBean(BusinessMeters.class).all()).hasSize(2).contains(own));
	}

	@Test
	void failsForDeclarationThatIdentifies() {
		this.runner.withPropertyValues("sightline.metrics.business.meters[0].tags=order_id")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("order_id"));
	}

	@Test
	void failsForUndeclaredMeterOfBean() {
		this.runner.withBean(UsesUndeclaredMeter.class)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("'missing'"));
	}

	@Test
	void doesNotFailOnceStarted() {
		this.runner.run((context) -> {
			context.getBean(BusinessMetrics.class).counter("missing").increment("any", "thing");
			assertThat(context.getBean(MeterRegistry.class).get("business.undeclared.counter").counter().count())
				.isEqualTo(1);
		});
	}

	@Test
	void countsAnnotatedMethods() {
		this.runner.withBean(Shipping.class).run((context) -> {
			context.getBean(Shipping.class).ship("dhl");
			assertThat(shipped(context.getBean(MeterRegistry.class), "DHL", "gone")).isEqualTo(1);
		});
	}

	@Test
	void doesNotCountMethodsThatFail() {
		this.runner.withBean(Shipping.class).run((context) -> {
			assertThatIllegalStateException().isThrownBy(() -> context.getBean(Shipping.class).ship("none"));
			assertThat(context.getBean(MeterRegistry.class).find("orders.shipped").counters()).isEmpty();
		});
	}

	@Test
	void failsForAnnotationWithUndeclaredTag() {
		this.runner.withBean(BadShipping.class)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("'colour'"));
	}

	@Test
	void failsForAnnotationWithExpression() {
		this.runner.withBean(ExpressiveShipping.class)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("Name a resolver"));
	}

	@Test
	void usesBusinessMetricsOfTheApplication() {
		this.runner
			.withBean(BusinessMetrics.class,
					() -> new BusinessMetrics(new SimpleMeterRegistry(), new BusinessMeters(List.of())))
			.run((context) -> assertThat(context).hasSingleBean(BusinessMetrics.class));
	}

	@Test
	void backsOffWhenDisabled() {
		this.runner.withPropertyValues("sightline.metrics.business.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(BusinessMetrics.class)
				.doesNotHaveBean(CountedEventAdvisor.class));
	}

	@Test
	void backsOffWithoutMicrometer() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(BusinessMetricsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).doesNotHaveBean(BusinessMetrics.class));
	}

	static class UsesUndeclaredMeter {

		UsesUndeclaredMeter(BusinessMetrics metrics) {
			metrics.counter("missing");
		}

	}

	static class Shipping {

		@CountedBusinessEvent("orders.shipped")
		@MeterTag("outcome")
		String ship(@MeterTag(key = "carrier", resolver = UpperCase.class) String carrier) {
			if (carrier.equals("none")) {
				throw new IllegalStateException("no carrier");
			}
			return "gone";
		}

	}

	static class UpperCase implements ValueResolver {

		@Override
		public String resolve(@Nullable Object parameter) {
			return String.valueOf(parameter).toUpperCase(Locale.ROOT);
		}

	}

	static class BadShipping {

		@CountedBusinessEvent("orders.shipped")
		void ship(@MeterTag("colour") String colour) {
			assertThat(colour).isNotNull();
		}

	}

	static class ExpressiveShipping {

		@CountedBusinessEvent("orders.shipped")
		void ship(@MeterTag(key = "carrier", expression = "name") Object carrier) {
			assertThat(carrier).isNotNull();
		}

	}

}
