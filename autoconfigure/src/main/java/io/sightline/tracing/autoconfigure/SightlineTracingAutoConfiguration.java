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

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sightline.noise.NoisePolicy;
import io.sightline.noise.autoconfigure.NoiseAutoConfiguration;
import io.sightline.tracing.BootBeans;
import io.sightline.tracing.NoiseSampler;
import io.sightline.tracing.RequestPathTracingObservationHandler;
import io.sightline.tracing.RequestSpans;
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
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that leaves noise out of Boot's
 * OpenTelemetry tracing, and tells samplers what a request is. A {@link Sampler} of the
 * application's own is kept and asked about everything that is not noise.
 */
@AutoConfiguration(after = { OpenTelemetryTracingAutoConfiguration.class, NoiseAutoConfiguration.class },
		before = MicrometerTracingAutoConfiguration.class)
@ConditionalOnClass({ OtelTracer.class, SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "tracing.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(TracingProperties.class)
public final class SightlineTracingAutoConfiguration {

	@Bean
	@ConditionalOnBean({ NoisePolicy.class, Sampler.class })
	SdkTracerProviderBuilderCustomizer sightlineNoiseCustomizer(Sampler sampler, NoisePolicy noise) {
		return (builder) -> builder.setSampler(new NoiseSampler(sampler, noise));
	}

	@Bean
	@ConditionalOnMissingBean(PropagatingReceiverTracingObservationHandler.class)
	@ConditionalOnBean({ Tracer.class, Propagator.class })
	@Order(MicrometerTracingAutoConfiguration.RECEIVER_TRACING_OBSERVATION_HANDLER_ORDER)
	RequestPathTracingObservationHandler sightlineReceiverTracingObservationHandler(Tracer tracer,
			Propagator propagator, ObjectProvider<SpanConventions> conventions,
			ObjectProvider<io.opentelemetry.api.trace.Tracer> spans, ObjectProvider<ContextPropagators> propagators,
			ConfigurableListableBeanFactory beans) {
		boolean bridge = new BootBeans(beans).makeBridge(tracer, propagator);
		return new RequestPathTracingObservationHandler(tracer, propagator, new Requests(),
				conventions.getIfAvailable(), (bridge) ? spans(spans.getIfUnique(), propagators.getIfUnique()) : null);
	}

	private static @Nullable RequestSpans spans(io.opentelemetry.api.trace.@Nullable Tracer tracer,
			@Nullable ContextPropagators propagators) {
		return (tracer != null && propagators != null) ? new RequestSpans(tracer, propagators.getTextMapPropagator())
				: null;
	}

}
