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

package io.sightline.tracing.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.jspecify.annotations.Nullable;

/**
 * Observes batches of messages. The registry and the propagator are asked for when the
 * first batch comes: listeners are wired before them.
 */
public final class MessageBatches {

	static final String NAME = "messaging.process.batch";

	/**
	 * As many links as OpenTelemetry's SDK keeps.
	 */
	private static final int MAX_LINKS = 128;

	private final Supplier<ObservationRegistry> registry;

	private final Supplier<TextMapPropagator> propagator;

	/**
	 * Creates the means.
	 * @param registry observes
	 * @param propagator reads the headers of messages
	 */
	public MessageBatches(Supplier<ObservationRegistry> registry, Supplier<TextMapPropagator> propagator) {
		this.registry = registry;
		this.propagator = propagator;
	}

	/**
	 * Prepares the observation of a batch.
	 * @param <M> the type of messages
	 * @param system the system that delivers
	 * @param destination where the messages come from, or an empty text if it is several
	 * @param messages the messages
	 * @param header reads a header of a message
	 * @return the observation, to be started
	 */
	<M> Observation observe(String system, String destination, List<M> messages,
			BiFunction<M, String, @Nullable String> header) {
		ObservationRegistry observations = this.registry.get();
		if (observations.isNoop()) {
			return Observation.NOOP;
		}
		MessageBatch batch = new MessageBatch(system, destination, messages.size(), senders(messages, header));
		return Observation.createNotStarted(NAME, () -> batch, observations)
			.lowCardinalityKeyValue(MessageBatchHandler.SYSTEM, system)
			.lowCardinalityKeyValue(MessageBatchHandler.DESTINATION, (destination.isEmpty()) ? "none" : destination);
	}

	private <M> List<SpanContext> senders(List<M> messages, BiFunction<M, String, @Nullable String> header) {
		TextMapGetter<M> getter = new HeaderGetter<>(header);
		List<SpanContext> senders = new ArrayList<>();
		for (M message : messages.subList(0, Math.min(messages.size(), MAX_LINKS))) {
			SpanContext sender = sender(message, getter);
			if (sender.isValid()) {
				senders.add(sender);
			}
		}
		return senders;
	}

	/**
	 * Headers that cannot be read must not keep the messages from their listener, to whom
	 * they would come again and again.
	 */
	private <M> SpanContext sender(M message, TextMapGetter<M> getter) {
		try {
			Context extracted = this.propagator.get().extract(Context.root(), message, getter);
			return Span.fromContext(extracted).getSpanContext();
		}
		catch (RuntimeException ex) {
			return SpanContext.getInvalid();
		}
	}

	private record HeaderGetter<M>(BiFunction<M, String, @Nullable String> header) implements TextMapGetter<M> {

		@Override
		public Iterable<String> keys(M carrier) {
			return List.of();
		}

		@Override
		public @Nullable String get(@Nullable M carrier, String key) {
			return (carrier != null) ? this.header.apply(carrier, key) : null;
		}

	}

}
