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

package io.sightline.it;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.amqp.rabbit.annotation.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Traces across RabbitMQ, with nothing configured but its address.
 */
class RabbitTracingIntegrationTests {

	@TempDir
	static Path directory;

	private static RabbitServer broker;

	private static MessagingApplication application;

	@BeforeAll
	static void start() {
		RabbitServer.assumeInstalled();
		broker = new RabbitServer(directory);
		broker.start();
		application = MessagingApplication.start(Listeners.class, "--spring.rabbitmq.port=" + broker.port());
	}

	@AfterAll
	static void stop() {
		if (application != null) {
			application.close();
		}
		if (broker != null) {
			broker.close();
		}
	}

	@Test
	void carriesTraceToListener() throws InterruptedException {
		String trace = application.trace(() -> send("orders", "one"));
		assertThat(application.context().getBean(Listeners.class).orders.poll(30, TimeUnit.SECONDS)).isEqualTo(trace);
		SpanData sent = application.spans().await("send orders");
		SpanData processed = application.spans().await("process orders");
		assertThat(sent.getTraceId()).isEqualTo(trace);
		assertThat(sent.getKind()).isEqualTo(SpanKind.PRODUCER);
		assertThat(processed.getParentSpanId()).isEqualTo(sent.getSpanId());
		assertThat(MessagingApplication.attributes(processed)).containsAllEntriesOf(Map.of("messaging.system",
				"rabbitmq", "messaging.destination.name", "orders", "messaging.operation.type", "process"));
	}

	@Test
	void linksBatchToItsSenders() throws InterruptedException {
		List<String> traces = List.of(application.trace(() -> send("batches", "one")),
				application.trace(() -> send("batches", "two")));
		application.context().getBean(RabbitListenerEndpointRegistry.class).getListenerContainer("batches").start();
		String seen = application.context().getBean(Listeners.class).batches.poll(30, TimeUnit.SECONDS);
		SpanData span = application.spans().await("process batches");
		assertThat(span.getTraceId()).isEqualTo(seen).isNotIn(traces);
		assertThat(span.getLinks()).extracting(LinkData::getSpanContext)
			.extracting((context) -> context.getTraceId())
			.containsExactlyElementsOf(traces);
	}

	private static void send(String queue, String value) {
		application.context().getBean(RabbitTemplate.class).convertAndSend(queue, value);
	}

	@Configuration(proxyBeanMethods = false)
	static class Listeners {

		final LinkedBlockingQueue<String> orders = new LinkedBlockingQueue<>();

		final LinkedBlockingQueue<String> batches = new LinkedBlockingQueue<>();

		private final Tracer tracer;

		Listeners(Tracer tracer) {
			this.tracer = tracer;
		}

		@RabbitListener(queuesToDeclare = @Queue("orders"))
		void process(String order) {
			this.orders.add(MessagingApplication.current(this.tracer));
		}

		@RabbitListener(id = "batches", queues = "batches", containerFactory = "batchFactory", autoStartup = "false")
		void process(List<String> orders) {
			this.batches.add(MessagingApplication.current(this.tracer));
		}

		@Bean
		static SimpleRabbitListenerContainerFactory batchFactory(ConnectionFactory connections) {
			SimpleRabbitListenerContainerFactory factory = new SimpleRabbitListenerContainerFactory();
			factory.setConnectionFactory(connections);
			factory.setBatchListener(true);
			factory.setConsumerBatchEnabled(true);
			factory.setBatchSize(2);
			return factory;
		}

		@Bean
		static org.springframework.amqp.core.Queue batchQueue() {
			return new org.springframework.amqp.core.Queue("batches");
		}

	}

}
