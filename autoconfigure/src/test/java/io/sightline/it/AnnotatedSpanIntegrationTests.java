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
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.annotation.Observed;
import io.micrometer.tracing.annotation.NewSpan;
import io.micrometer.tracing.annotation.SpanTag;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spans of an application's own, by Micrometer's annotations, with nothing set.
 */
class AnnotatedSpanIntegrationTests {

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.application.name=stock")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void newSpanHasTagOfArgument() {
		context.getBean(Stock.class).reserve("item1");
		assertThat(spans("reserve-stock")).singleElement()
			.satisfies(
					(span) -> assertThat(span.getAttributes().get(AttributeKey.stringKey("item"))).isEqualTo("item1"));
	}

	@Test
	void observedMethodIsSpanAndTimer() {
		context.getBean(Stock.class).count();
		assertThat(spans("stock.count")).hasSize(1);
		assertThat(context.getBean(MeterRegistry.class).get("stock.count").timer().count()).isOne();
	}

	private static List<SpanData> spans(String name) {
		context.getBean(SdkTracerProvider.class).forceFlush().join(5, TimeUnit.SECONDS);
		return context.getBean(InMemorySpanExporter.class)
			.getFinishedSpanItems()
			.stream()
			.filter((span) -> name.equals(span.getName()))
			.toList();
	}

	/** What is observed. */
	public static class Stock {

		@NewSpan("reserve-stock")
		public void reserve(@SpanTag("item") String item) {
			assertThat(item).isNotEmpty();
		}

		@Observed(name = "stock.count", contextualName = "stock.count")
		public void count() {
			assertThat(this).isNotNull();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Stock stock() {
			return new Stock();
		}

		@Bean
		InMemorySpanExporter spanExporter() {
			return InMemorySpanExporter.create();
		}

	}

}
