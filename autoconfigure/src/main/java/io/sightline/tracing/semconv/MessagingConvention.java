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

package io.sightline.tracing.semconv;

import java.util.Map;
import java.util.Set;

import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;

/**
 * Spans of messages that are sent and processed, of Spring's observations of Kafka and
 * RabbitMQ, which still have names that OpenTelemetry has given up.
 */
final class MessagingConvention implements SpanConvention {

	private static final String DESTINATION = "messaging.destination.name";

	private static final String SOURCE = "messaging.source.name";

	private static final String SYSTEM = "messaging.system";

	private static final String ROUTING_KEY = "messaging.rabbitmq.destination.routing_key";

	private static final String RABBIT_PACKAGE = "org.springframework.amqp.";

	private static final KeyTranslation KEYS = new KeyTranslation(
			Map.<String, AttributeKey<?>>of(SYSTEM, SpanKeys.MESSAGING_SYSTEM, "messaging.kafka.consumer.group",
					SpanKeys.CONSUMER_GROUP, "messaging.kafka.client_id", SpanKeys.CLIENT_ID,
					"messaging.kafka.source.partition", SpanKeys.PARTITION, "messaging.kafka.message.offset",
					SpanKeys.KAFKA_OFFSET, ROUTING_KEY, SpanKeys.ROUTING_KEY, "messaging.rabbitmq.message.delivery_tag",
					SpanKeys.DELIVERY_TAG),
			Set.of(DESTINATION, SOURCE, "messaging.operation", "messaging.source.kind", "messaging.destination.kind",
					"messaging.consumer.id", "exception", "outcome"));

	@Override
	public boolean applies(Observation.Context context) {
		return (context instanceof SenderContext || context instanceof ReceiverContext)
				&& (SpanConvention.has(context, DESTINATION) || SpanConvention.has(context, SOURCE));
	}

	@Override
	public void describe(Observation.Context context, Span span) {
		String operation = (context instanceof SenderContext) ? "send" : "process";
		String destination = destination(context);
		span.updateName((destination.isEmpty()) ? operation : operation + " " + destination);
		span.setAttribute(SpanKeys.OPERATION_NAME, operation);
		span.setAttribute(SpanKeys.OPERATION_TYPE, operation);
		if (!destination.isEmpty()) {
			span.setAttribute(SpanKeys.DESTINATION, destination);
		}
		if (isRabbit(context)) {
			span.setAttribute(SpanKeys.MESSAGING_SYSTEM, "rabbitmq");
		}
		KEYS.apply(context.getLowCardinalityKeyValues(), span);
		KEYS.apply(context.getHighCardinalityKeyValues(), span);
		SpanConvention.tagError(context, span);
	}

	/**
	 * Where the message goes or comes from. RabbitMQ sends to an exchange by a routing
	 * key, and the conventions name both.
	 */
	private static String destination(Observation.Context context) {
		String source = SpanConvention.value(context, SOURCE);
		String destination = (source.isEmpty()) ? SpanConvention.value(context, DESTINATION) : source;
		String key = SpanConvention.value(context, ROUTING_KEY);
		if (!(context instanceof SenderContext) || !isRabbit(context) || key.isEmpty()) {
			return destination;
		}
		return (destination.isEmpty()) ? key : destination + ":" + key;
	}

	private static boolean isRabbit(Observation.Context context) {
		return context.getClass().getName().startsWith(RABBIT_PACKAGE);
	}

}
