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

import java.util.List;

import io.micrometer.observation.Observation;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.Message;

/**
 * Observes what a listener does with a batch of messages. Single messages are observed by
 * Spring.
 */
public final class RabbitBatchAdvice implements MethodInterceptor {

	private final MessageBatches batches;

	/**
	 * Creates an advice.
	 * @param batches observes
	 */
	public RabbitBatchAdvice(MessageBatches batches) {
		this.batches = batches;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		List<Message> messages = messages(invocation.getArguments());
		if (messages.isEmpty()) {
			return invocation.proceed();
		}
		Observation observation = this.batches.observe("rabbitmq", queue(messages), messages,
				RabbitBatchAdvice::header);
		observation.start();
		try (Observation.Scope scope = observation.openScope()) {
			return invocation.proceed();
		}
		catch (Throwable ex) {
			observation.error(ex);
			throw ex;
		}
		finally {
			observation.stop();
		}
	}

	private static List<Message> messages(@Nullable Object[] arguments) {
		Object data = (arguments.length > 1) ? arguments[1] : null;
		return (data instanceof List<?> list) ? list.stream().map(Message.class::cast).toList() : List.of();
	}

	private static String queue(List<Message> messages) {
		List<String> queues = messages.stream()
			.map((message) -> String.valueOf(message.getMessageProperties().getConsumerQueue()))
			.distinct()
			.toList();
		return (queues.size() == 1) ? queues.get(0) : "";
	}

	private static @Nullable String header(Message message, String name) {
		Object value = message.getMessageProperties().getHeader(name);
		return (value != null) ? value.toString() : null;
	}

}
