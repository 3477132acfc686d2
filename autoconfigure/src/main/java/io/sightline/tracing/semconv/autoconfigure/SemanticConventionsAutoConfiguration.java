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

package io.sightline.tracing.semconv.autoconfigure;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.sightline.tracing.BootBeans;
import io.sightline.tracing.semconv.SemanticSenderHandler;
import io.sightline.tracing.semconv.SemanticSpanHandler;
import io.sightline.tracing.semconv.SenderSpans;
import io.sightline.tracing.semconv.SpanConventions;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that names spans by OpenTelemetry's
 * semantic conventions. Backs off for handlers of the application's own.
 */
@AutoConfiguration(after = OpenTelemetryTracingAutoConfiguration.class,
		before = MicrometerTracingAutoConfiguration.class)
@ConditionalOnClass({ OtelTracer.class, SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@ConditionalOnBooleanProperty(prefix = "sightline",
		name = { "enabled", "tracing.enabled", "tracing.semantic-conventions.enabled" }, matchIfMissing = true)
@ConditionalOnBean(OtelTracer.class)
@EnableConfigurationProperties(SemanticConventionsProperties.class)
public final class SemanticConventionsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SpanConventions sightlineSpanConventions() {
		return new SpanConventions();
	}

	@Bean
	@ConditionalOnMissingBean(DefaultTracingObservationHandler.class)
	@Order(MicrometerTracingAutoConfiguration.DEFAULT_TRACING_OBSERVATION_HANDLER_ORDER)
	SemanticSpanHandler sightlineSpanHandler(Tracer tracer, SpanConventions conventions) {
		return new SemanticSpanHandler(tracer, conventions);
	}

	@Bean
	@ConditionalOnMissingBean(PropagatingSenderTracingObservationHandler.class)
	@ConditionalOnBean(Propagator.class)
	@Order(MicrometerTracingAutoConfiguration.SENDER_TRACING_OBSERVATION_HANDLER_ORDER)
	SemanticSenderHandler sightlineSenderHandler(Tracer tracer, Propagator propagator, SpanConventions conventions,
			ObjectProvider<io.opentelemetry.api.trace.Tracer> spans, ObjectProvider<ContextPropagators> propagators,
			ConfigurableListableBeanFactory beans) {
		boolean bridge = new BootBeans(beans).makeBridge(tracer, propagator);
		return new SemanticSenderHandler(tracer, propagator, conventions,
				(bridge) ? spans(spans.getIfUnique(), propagators.getIfUnique()) : null);
	}

	private static @Nullable SenderSpans spans(io.opentelemetry.api.trace.@Nullable Tracer tracer,
			@Nullable ContextPropagators propagators) {
		return (tracer != null && propagators != null) ? new SenderSpans(tracer, propagators.getTextMapPropagator())
				: null;
	}

}
