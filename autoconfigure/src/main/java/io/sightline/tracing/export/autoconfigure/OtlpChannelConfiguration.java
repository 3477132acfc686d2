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

package io.sightline.tracing.export.autoconfigure;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.sightline.tracing.export.OtlpChannel;
import io.sightline.tracing.export.OtlpSenders;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpGrpcSpanExporterBuilderCustomizer;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpHttpSpanExporterBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Lets Boot's OTLP exporters send through a channel that knows what they do not tell.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ OtlpHttpSpanExporter.class, OtlpHttpSpanExporterBuilderCustomizer.class })
class OtlpChannelConfiguration {

	@Bean
	@ConditionalOnMissingBean
	OtlpChannel otlpChannel() {
		return new OtlpChannel();
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	OtlpHttpSpanExporterBuilderCustomizer sightlineOtlpHttpCustomizer(OtlpChannel channel) {
		return (builder) -> builder.setComponentLoader(senders(channel)).setRetryPolicy(null);
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	OtlpGrpcSpanExporterBuilderCustomizer sightlineOtlpGrpcCustomizer(OtlpChannel channel) {
		return (builder) -> builder.setComponentLoader(senders(channel)).setRetryPolicy(null);
	}

	private static OtlpSenders senders(OtlpChannel channel) {
		return new OtlpSenders(channel, ComponentLoader.forClassLoader(OtlpHttpSpanExporter.class.getClassLoader()));
	}

}
