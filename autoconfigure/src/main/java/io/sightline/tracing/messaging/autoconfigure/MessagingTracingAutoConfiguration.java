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

package io.sightline.tracing.messaging.autoconfigure;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.sightline.tracing.messaging.MessageBatchHandler;
import io.sightline.tracing.messaging.MessageBatches;
import org.apache.kafka.clients.consumer.Consumer;

import org.springframework.amqp.rabbit.config.AbstractRabbitListenerContainerFactory;
import org.springframework.beans.factory.ObjectProvider;
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
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.kafka.config.AbstractKafkaListenerContainerFactory;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for spans of batches of messages.
 * Spring observes single messages by itself, where Boot's {@code observation-enabled}
 * properties say so, which they do by default.
 */
@AutoConfiguration(after = { OpenTelemetryTracingAutoConfiguration.class, MicrometerTracingAutoConfiguration.class })
@ConditionalOnClass({ OtelTracer.class, SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@ConditionalOnBooleanProperty(prefix = "sightline",
		name = { "enabled", "tracing.enabled", "tracing.messaging.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(MessagingTracingProperties.class)
public final class MessagingTracingAutoConfiguration {

	/**
	 * Before the handlers that Boot has for anything.
	 */
	private static final int ORDER = MicrometerTracingAutoConfiguration.RECEIVER_TRACING_OBSERVATION_HANDLER_ORDER
			- 200;

	@Bean
	@ConditionalOnMissingBean
	MessageBatches sightlineMessageBatches(ObjectProvider<ObservationRegistry> registry,
			ObjectProvider<ContextPropagators> propagators) {
		return new MessageBatches(() -> registry.getIfUnique(() -> ObservationRegistry.NOOP), () -> {
			ContextPropagators available = propagators.getIfUnique();
			return (available != null) ? available.getTextMapPropagator() : TextMapPropagator.noop();
		});
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(OtelTracer.class)
	@Order(ORDER)
	MessageBatchHandler sightlineMessageBatchHandler(OtelTracer tracer) {
		return new MessageBatchHandler(tracer);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ AbstractKafkaListenerContainerFactory.class, Consumer.class })
	static class KafkaConfiguration {

		@Bean
		static KafkaBatchPostProcessor sightlineKafkaBatchPostProcessor(ObjectProvider<MessageBatches> batches) {
			return new KafkaBatchPostProcessor(batches);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(AbstractRabbitListenerContainerFactory.class)
	static class RabbitConfiguration {

		@Bean
		static RabbitBatchPostProcessor sightlineRabbitBatchPostProcessor(ObjectProvider<MessageBatches> batches) {
			return new RabbitBatchPostProcessor(batches);
		}

	}

}
