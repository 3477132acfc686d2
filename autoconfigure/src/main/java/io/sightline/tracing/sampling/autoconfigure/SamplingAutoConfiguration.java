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

package io.sightline.tracing.sampling.autoconfigure;

import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sightline.pressure.Detail;
import io.sightline.pressure.Pressure;
import io.sightline.tracing.sampling.SamplingControl;
import io.sightline.tracing.sampling.SamplingRule;
import io.sightline.tracing.sampling.SamplingSettings;
import io.sightline.tracing.sampling.SpanLedger;
import io.sightline.tracing.sampling.StrategySampler;
import io.sightline.tracing.sampling.TailBuffer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.ConditionalOnEnabledOpenTelemetry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for sampling. Add
 * {@link SamplingRule} beans to add rules; a {@link Sampler} bean of the application, or
 * one that it chose from Boot's by property, replaces all of it.
 */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnClass({ OtelTracer.class, SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "tracing.enabled", "tracing.sampling.enabled" },
		matchIfMissing = true)
@ConditionalOnEnabledOpenTelemetry
@ConditionalOnMissingBean(Sampler.class)
@Conditional(OnSightlineSamplingCondition.class)
@EnableConfigurationProperties({ SamplingProperties.class, TracingProperties.class })
public final class SamplingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SamplingSettings samplingSettings(SamplingProperties properties, TracingProperties tracing, Environment environment,
			ObjectProvider<SamplingRule> rules) {
		return new SamplingSettingsFactory(properties, environment).create(tracing.getSampling().getProbability(),
				rules.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	SamplingControl samplingControl() {
		return new SamplingControl();
	}

	@Bean
	@ConditionalOnMissingBean(Sampler.class)
	StrategySampler strategySampler(SamplingSettings settings, SamplingControl control,
			ObjectProvider<SpanLedger> ledgers, ObjectProvider<Pressure> pressures,
			ObjectProvider<TailBuffer> buffers) {
		Pressure pressure = pressures.getIfAvailable(Pressure::new);
		SpanLedger ledger = ledgers.getIfAvailable();
		TailBuffer buffer = buffers.getIfAvailable();
		return new StrategySampler(settings, control, (ledger != null) ? ledger::leaveOut : () -> {
		}, pressure, (traceId) -> {
			if (buffer != null && !buffer.reduce(traceId)) {
				return false;
			}
			pressure.shed(Detail.SPANS, 1);
			if (ledger != null) {
				ledger.shed();
			}
			return true;
		});
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnProperty(name = SamplingSettingsFactory.STRATEGY, havingValue = "tail", matchIfMissing = true)
	TailBuffer tailBuffer(SamplingSettings settings, SamplingProperties properties, SamplingControl control,
			ObjectProvider<Pressure> pressures) {
		return new TailBuffer(settings, properties.tail().limits(), control, pressures.getIfAvailable(Pressure::new));
	}

}
