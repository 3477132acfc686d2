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

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.data.SpanData;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An application that is not on the web, with what it exports.
 */
record MessagingApplication(ConfigurableApplicationContext context) implements AutoCloseable {

	static MessagingApplication start(Class<?> listeners, String... arguments) {
		return new MessagingApplication(new SpringApplicationBuilder(Base.class, listeners).web(WebApplicationType.NONE)
			.properties("spring.application.name=messages", "management.health.rabbit.enabled=false",
					"management.opentelemetry.tracing.export.schedule-delay=100ms")
			.run(arguments));
	}

	/**
	 * Does something in a trace of its own.
	 * @return the trace
	 */
	String trace(Runnable task) {
		Tracer tracer = this.context.getBean(Tracer.class);
		return Observation.createNotStarted("caller", this.context.getBean(ObservationRegistry.class)).observe(() -> {
			task.run();
			return current(tracer);
		});
	}

	static String current(Tracer tracer) {
		Span span = tracer.currentSpan();
		return (span != null) ? span.context().traceId() : "none";
	}

	Spans spans() {
		return this.context.getBean(Spans.class);
	}

	static Map<String, String> attributes(SpanData span) {
		return span.getAttributes()
			.asMap()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> entry.getKey().getKey(), (entry) -> entry.getValue().toString(),
					(one, other) -> other, TreeMap::new));
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Base {

		@Bean
		Spans spans() {
			return new Spans();
		}

	}

}
