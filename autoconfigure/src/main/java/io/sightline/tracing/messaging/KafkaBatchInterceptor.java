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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.observation.Observation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.BatchInterceptor;

/**
 * Observes what a listener does with a batch of records. Interceptors of the application
 * run inside.
 *
 * @param <K> the type of keys
 * @param <V> the type of values
 */
public final class KafkaBatchInterceptor<K, V> implements BatchInterceptor<K, V> {

	private final MessageBatches batches;

	private final @Nullable BatchInterceptor<K, V> delegate;

	/**
	 * A consumer has one thread, and that many consumers share an interceptor.
	 */
	private final ThreadLocal<Running> running = new ThreadLocal<>();

	/**
	 * Creates an interceptor.
	 * @param batches observes
	 * @param delegate the interceptor of the application, if any
	 */
	public KafkaBatchInterceptor(MessageBatches batches, @Nullable BatchInterceptor<K, V> delegate) {
		this.batches = batches;
		this.delegate = delegate;
	}

	@Override
	public @Nullable ConsumerRecords<K, V> intercept(ConsumerRecords<K, V> records, Consumer<K, V> consumer) {
		stop(null);
		start(records);
		try {
			ConsumerRecords<K, V> intercepted = (this.delegate != null) ? this.delegate.intercept(records, consumer)
					: records;
			if (intercepted == null || intercepted.isEmpty()) {
				stop(null);
			}
			return intercepted;
		}
		catch (RuntimeException ex) {
			stop(ex);
			throw ex;
		}
	}

	private void start(ConsumerRecords<K, V> records) {
		List<ConsumerRecord<K, V>> messages = new ArrayList<>(records.count());
		records.forEach(messages::add);
		Observation observation = this.batches.observe("kafka", topic(records), messages,
				KafkaBatchInterceptor::header);
		observation.start();
		this.running.set(new Running(observation, observation.openScope()));
	}

	private static String topic(ConsumerRecords<?, ?> records) {
		List<String> topics = records.partitions().stream().map(TopicPartition::topic).distinct().toList();
		return (topics.size() == 1) ? topics.get(0) : "";
	}

	private static @Nullable String header(ConsumerRecord<?, ?> message, String name) {
		Header header = message.headers().lastHeader(name);
		return (header != null && header.value() != null) ? new String(header.value(), StandardCharsets.UTF_8) : null;
	}

	@Override
	public void success(ConsumerRecords<K, V> records, Consumer<K, V> consumer) {
		try {
			if (this.delegate != null) {
				this.delegate.success(records, consumer);
			}
		}
		finally {
			stop(null);
		}
	}

	@Override
	public void failure(ConsumerRecords<K, V> records, Exception exception, Consumer<K, V> consumer) {
		try {
			if (this.delegate != null) {
				this.delegate.failure(records, exception, consumer);
			}
		}
		finally {
			stop((exception.getCause() != null) ? exception.getCause() : exception);
		}
	}

	@Override
	public void setupThreadState(Consumer<?, ?> consumer) {
		if (this.delegate != null) {
			this.delegate.setupThreadState(consumer);
		}
	}

	@Override
	public void clearThreadState(Consumer<?, ?> consumer) {
		stop(null);
		if (this.delegate != null) {
			this.delegate.clearThreadState(consumer);
		}
	}

	private void stop(@Nullable Throwable error) {
		Running last = this.running.get();
		if (last == null) {
			return;
		}
		this.running.remove();
		last.scope().close();
		if (error != null) {
			last.observation().error(error);
		}
		last.observation().stop();
	}

	private record Running(Observation observation, Observation.Scope scope) {

	}

}
