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

import java.util.ArrayList;
import java.util.List;

import io.sightline.tracing.messaging.MessageBatches;
import io.sightline.tracing.messaging.RabbitBatchAdvice;
import org.aopalliance.aop.Advice;

import org.springframework.amqp.rabbit.config.AbstractRabbitListenerContainerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Adds an advice about batches to the factories of listeners, around those that they
 * have.
 */
final class RabbitBatchPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<MessageBatches> batches;

	RabbitBatchPostProcessor(ObjectProvider<MessageBatches> batches) {
		this.batches = batches;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof AbstractRabbitListenerContainerFactory<?> factory) {
			List<Advice> advice = new ArrayList<>();
			advice.add(new RabbitBatchAdvice(this.batches.getObject()));
			Advice[] existing = factory.getAdviceChain();
			if (existing != null) {
				advice.addAll(List.of(existing));
			}
			factory.setAdviceChain(advice.toArray(Advice[]::new));
		}
		return bean;
	}

}
