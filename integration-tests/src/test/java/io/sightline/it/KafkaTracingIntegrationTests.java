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

import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Traces across a Kafka broker, with nothing configured but its address.
 */
class KafkaTracingIntegrationTests {

	private static final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1, "orders", "batches");

	private static MessagingApplication application;

	@BeforeAll
	static void start() {
		broker.afterPropertiesSet();
		application = MessagingApplication.start(Listeners.class,
				"--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
				"--spring.kafka.consumer.group-id=tests", "--spring.kafka.consumer.auto-offset-reset=earliest");
	}

	@AfterAll
	static void stop() {
		application.close();
		broker.destroy();
	}

	@Test
	void carriesTraceToListener() {
		String trace = application.trace(() -> send("orders", "one"));
		SpanData sent = application.spans().await("send orders", trace);
		SpanData processed = application.spans().await("process orders", trace);
		assertThat(application.context().getBean(Listeners.class).orders).contains(trace);
		assertThat(sent.getKind()).isEqualTo(SpanKind.PRODUCER);
		assertThat(processed.getParentSpanId()).isEqualTo(sent.getSpanId());
		assertThat(processed.getKind()).isEqualTo(SpanKind.CONSUMER);
		assertThat(processed.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
	}

	@Test
	void namesByConventions() {
		application.trace(() -> send("orders", "two"));
		assertThat(MessagingApplication.attributes(application.spans().await("send orders")))
			.containsAllEntriesOf(Map.of("messaging.system", "kafka", "messaging.destination.name", "orders",
					"messaging.operation.name", "send", "messaging.operation.type", "send"));
		assertThat(MessagingApplication.attributes(application.spans().await("process orders")))
			.containsAllEntriesOf(Map.of("messaging.system", "kafka", "messaging.destination.name", "orders",
					"messaging.operation.type", "process", "messaging.consumer.group.name", "tests"))
			.containsKeys("messaging.kafka.offset", "messaging.destination.partition.id")
			.doesNotContainKeys("messaging.operation", "messaging.source.name", "messaging.source.kind");
	}

	@Test
	void keepsMetersOfSpring() {
		application.trace(() -> send("orders", "three"));
		application.spans().await("process orders");
		MeterRegistry meters = application.context().getBean(MeterRegistry.class);
		assertThat(meters.get("spring.kafka.template").tag("messaging.operation", "publish").timer().count())
			.isPositive();
		assertThat(meters.get("spring.kafka.listener").tag("messaging.source.name", "orders").timer().count())
			.isPositive();
	}

	@Test
	void linksBatchToItsSenders() throws InterruptedException {
		List<String> traces = List.of(application.trace(() -> send("batches", "one")),
				application.trace(() -> send("batches", "two")));
		MessageListenerContainer container = application.context()
			.getBean(KafkaListenerEndpointRegistry.class)
			.getListenerContainer("batches");
		assertThat(container).isNotNull();
		container.start();
		String seen = application.context().getBean(Listeners.class).batches.poll(30, TimeUnit.SECONDS);
		SpanData span = application.spans().await("process batches");
		assertThat(span.getTraceId()).isEqualTo(seen).isNotIn(traces);
		assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
		assertThat(span.getLinks()).extracting(LinkData::getSpanContext)
			.extracting((context) -> context.getTraceId())
			.containsExactlyElementsOf(traces);
		assertThat(MessagingApplication.attributes(span)).containsEntry("messaging.batch.message_count", "2")
			.containsEntry("error.type", IllegalArgumentException.class.getName());
	}

	@SuppressWarnings("unchecked")
	private static void send(String topic, String value) {
		((KafkaTemplate<String, String>) application.context().getBean(KafkaTemplate.class)).send(topic, value).join();
	}

	static class Listeners {

		final LinkedBlockingQueue<String> orders = new LinkedBlockingQueue<>();

		final LinkedBlockingQueue<String> batches = new LinkedBlockingQueue<>();

		private final Tracer tracer;

		Listeners(Tracer tracer) {
			this.tracer = tracer;
		}

		@KafkaListener(topics = "orders")
		void process(String order) {
			this.orders.add(MessagingApplication.current(this.tracer));
		}

		@KafkaListener(id = "batches", topics = "batches", groupId = "batches", batch = "true", autoStartup = "false")
		void process(List<String> orders) {
			this.batches.add(MessagingApplication.current(this.tracer));
			throw new IllegalArgumentException("batch of " + orders.size());
		}

	}

}
