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

package io.sightline.tracing.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.tracing.otel.bridge.EventListener;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.otel.bridge.OtelTracer.EventPublisher;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that leaves out of each change of
 * scope what nobody reads: Boot puts the ids of the current span into the MDC and takes
 * them out again, while Sightline's structured lines have them from the span itself.
 * Listeners of the application's own are always told. Backs off for an
 * {@link EventPublisher} bean.
 */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnClass({ OtelTracer.class, OpenTelemetryTracingAutoConfiguration.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "tracing.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(MdcProperties.class)
public final class TraceCorrelationAutoConfiguration {

	private static final String SPAN_IDS = "otelSlf4JEventListener";

	private static final String BAGGAGE = "otelSlf4JBaggageEventListener";

	@Bean
	@ConditionalOnMissingBean
	EventPublisher sightlineTracerEventPublisher(ListableBeanFactory beans, MdcProperties mdc,
			ObjectProvider<TracingProperties> tracing, Environment environment, ResourceLoader resources) {
		List<EventListener> told = new ArrayList<>();
		boolean ids = (mdc.enabled() != null) ? mdc.enabled() : MdcNeed.isGiven(environment, resources);
		boolean baggage = !tracing.getIfAvailable(TracingProperties::new)
			.getBaggage()
			.getCorrelation()
			.getFields()
			.isEmpty();
		beans.getBeansOfType(EventListener.class).forEach((name, listener) -> {
			boolean left = (SPAN_IDS.equals(name) && !ids) || (BAGGAGE.equals(name) && !baggage);
			if (!left) {
				told.add(listener);
			}
		});
		AnnotationAwareOrderComparator.sort(told);
		return (event) -> told.forEach((listener) -> listener.onEvent(event));
	}

}
