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

import io.sightline.tracing.messaging.KafkaBatchInterceptor;
import io.sightline.tracing.messaging.MessageBatches;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.kafka.config.AbstractKafkaListenerContainerFactory;
import org.springframework.kafka.listener.ContainerProperties;

/**
 * Adds an interceptor of batches to the factories of listeners that are observed.
 */
final class KafkaBatchPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<MessageBatches> batches;

	KafkaBatchPostProcessor(ObjectProvider<MessageBatches> batches) {
		this.batches = batches;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof AbstractKafkaListenerContainerFactory<?, ?, ?> factory
				&& isObserved(factory.getContainerProperties())) {
			intercept(factory);
		}
		return bean;
	}

	/**
	 * Whether messages are observed, and not already one by one within a batch.
	 */
	private static boolean isObserved(ContainerProperties properties) {
		return properties.isObservationEnabled() && !properties.isRecordObservationsInBatch();
	}

	private <K, V> void intercept(AbstractKafkaListenerContainerFactory<?, K, V> factory) {
		factory
			.setBatchInterceptor(new KafkaBatchInterceptor<>(this.batches.getObject(), factory.getBatchInterceptor()));
	}

}
