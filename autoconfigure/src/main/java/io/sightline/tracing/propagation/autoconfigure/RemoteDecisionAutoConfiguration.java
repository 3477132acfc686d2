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
package io.sightline.tracing.propagation.autoconfigure;

import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sightline.noise.NoisePolicy;
import io.sightline.tracing.NoiseSampler;
import io.sightline.tracing.autoconfigure.SightlineTracingAutoConfiguration;
import io.sightline.tracing.propagation.RemoteDecisionSampler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that heeds what callers say about
 * recording beside the flags of a trace. Comes after noise, which it asks first.
 */
@AutoConfiguration(after = SightlineTracingAutoConfiguration.class)
@ConditionalOnClass({ OtelTracer.class, SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@ConditionalOnBooleanProperty(prefix = "sightline",
		name = { "enabled", "tracing.enabled", "tracing.propagation.enabled" }, matchIfMissing = true)
public final class RemoteDecisionAutoConfiguration {

	@Bean
	@ConditionalOnBean(Sampler.class)
	SdkTracerProviderBuilderCustomizer sightlineRemoteDecisionCustomizer(Sampler sampler,
			ObjectProvider<NoisePolicy> noise) {
		Sampler heeding = new RemoteDecisionSampler(sampler);
		NoisePolicy policy = noise.getIfAvailable();
		return (builder) -> builder.setSampler((policy != null) ? new NoiseSampler(heeding, policy) : heeding);
	}

}
