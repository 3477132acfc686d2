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

package io.sightline.tracing;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import com.example.servlet.ServletApplication;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.trace.Span;
import io.prometheus.metrics.tracer.common.SpanContext;
import io.sightline.metrics.http.RememberedUriConvention;
import io.sightline.tracing.semconv.OneScopeTracingContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationHandlerGroup;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.client.observation.ClientRequestObservationConvention;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What goes past beans of Boot does so in a whole application, too, and not only in tests
 * of it alone.
 */
class ShortWaysIntegrationTests {

	private static final ConfigurableApplicationContext context = new SpringApplicationBuilder(ServletApplication.class)
		.properties("server.port=0", "spring.application.name=short", "management.tracing.sampling.probability=0")
		.run();

	@AfterAll
	static void close() {
		context.close();
	}

	@ParameterizedTest
	@ValueSource(classes = { Tracer.class, OtelTracer.class, Propagator.class, SpanContext.class })
	void knowsBeansOfBoot(Class<?> type) {
		assertThat(new BootBeans(context.getBeanFactory()).make(type)).isTrue();
	}

	@Test
	void opensNoScopeForSpanThatBecomesNoExemplar() {
		AtomicBoolean current = new AtomicBoolean(true);
		MeterRegistry meters = context.getBean(MeterRegistry.class);
		meters.config().onMeterAdded((meter) -> {
			if (meter.getId().getName().equals("work") && meter instanceof Timer) {
				current.set(Span.current().getSpanContext().isValid());
			}
		});
		Observation.createNotStarted("work", context.getBean(ObservationRegistry.class)).start().stop();
		assertThat(meters.get("work").timer().count()).isOne();
		assertThat(current).isFalse();
	}

	@Test
	void asksTracingHandlersOnceForClassOfObservations() {
		Counting counting = new Counting();
		ObservationRegistry registry = ObservationRegistry.create();
		context.getBean("tracingObservationHandlerGroup", ObservationHandlerGroup.class)
			.registerMembers(registry.observationConfig(), List.of(counting));
		Observation.createNotStarted("work", registry);
		Observation.createNotStarted("work", registry);
		assertThat(counting.asked).isOne();
	}

	@Test
	void startsSpansOfCallsWithoutBridge() {
		ObservationRegistry registry = context.getBean(ObservationRegistry.class);
		SenderContext<Object> call = new SenderContext<>((carrier, name, value) -> {
		});
		Observation.createNotStarted("work", registry)
			.observe(() -> Observation.createNotStarted("call", () -> call, registry).observe(() -> {
			}));
		assertThat(call.<TracingContext>get(TracingContext.class)).isInstanceOf(OneScopeTracingContext.class);
	}

	@Test
	void remembersPathsOfTemplates() {
		assertThat(context.getBean(ClientRequestObservationConvention.class))
			.isInstanceOf(RememberedUriConvention.class);
	}

	/**
	 * Counts how often it is asked.
	 */
	private static final class Counting implements TracingObservationHandler<Observation.Context> {

		private int asked;

		@Override
		public boolean supportsContext(Observation.Context observation) {
			this.asked++;
			return true;
		}

		@Override
		public Tracer getTracer() {
			return Tracer.NOOP;
		}

	}

}
