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

package io.sightline.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import co.elastic.logging.logback.EcsEncoder;
import io.sightline.logging.autoconfigure.SightlineLogFormatter;
import net.logstash.logback.encoder.LogstashEncoder;

import org.springframework.boot.logging.logback.EnclosedInSquareBracketsConverter;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What makes bytes of a log event, each as its users get it by default.
 */
public enum LineEncoder {

	/**
	 * Boot's pattern for files, with the MDC in the place of the correlation ids.
	 */
	PATTERN((context) -> pattern()),

	/**
	 * The plain encoder of logstash-logback-encoder.
	 */
	LOGSTASH((context) -> new LogstashEncoder()),

	/**
	 * Boot's structured logging in Logstash's format.
	 */
	BOOT_LOGSTASH((context) -> structured(context, "logstash", true)),

	/**
	 * Boot's structured logging in the Elastic Common Schema.
	 */
	BOOT_ECS((context) -> structured(context, "ecs", true)),

	/**
	 * Elastic's own encoder.
	 */
	ELASTIC_ECS((context) -> elastic()),

	/**
	 * Sightline as it is by default, with redaction.
	 */
	SIGHTLINE((context) -> structured(context, SightlineLogFormatter.class.getName(), true)),

	/**
	 * Sightline without redaction.
	 */
	SIGHTLINE_UNREDACTED((context) -> structured(context, SightlineLogFormatter.class.getName(), false));

	private final Function<LoggerContext, Encoder<ILoggingEvent>> factory;

	LineEncoder(Function<LoggerContext, Encoder<ILoggingEvent>> factory) {
		this.factory = factory;
	}

	Encoder<ILoggingEvent> start(LoggerContext context) {
		Encoder<ILoggingEvent> encoder = this.factory.apply(context);
		encoder.setContext(context);
		encoder.start();
		if (!encoder.isStarted()) {
			throw new IllegalStateException(this + " does not start: " + context.getStatusManager());
		}
		return encoder;
	}

	private static Encoder<ILoggingEvent> pattern() {
		LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>() {

			@Override
			public void start() {
				getLayout().setContext(getContext());
				getLayout().start();
				super.start();
			}

		};
		PatternLayout layout = new PatternLayout();
		layout.getInstanceConverterMap().put("esb", EnclosedInSquareBracketsConverter::new);
		layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
		layout.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %5p 4242 --- %esb(){APPLICATION_NAME}"
				+ "%esb{APPLICATION_GROUP}[%t] [%X] %-40.40logger{39} : %m%n%wEx");
		encoder.setLayout(layout);
		encoder.setCharset(StandardCharsets.UTF_8);
		return encoder;
	}

	private static Encoder<ILoggingEvent> structured(LoggerContext context, String format, boolean redaction) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("benchmark",
					Map.of("spring.application.name", "orders", "spring.application.version", "1.4.2",
							"logging.structured.ecs.service.environment", "production", "sightline.service.environment",
							"production", "sightline.redaction.enabled", redaction)));
		context.putObject(Environment.class.getName(), environment);
		StructuredLogEncoder encoder = new StructuredLogEncoder();
		encoder.setFormat(format);
		encoder.setCharset(StandardCharsets.UTF_8);
		return encoder;
	}

	private static Encoder<ILoggingEvent> elastic() {
		EcsEncoder encoder = new EcsEncoder();
		encoder.setServiceName("orders");
		encoder.setServiceVersion("1.4.2");
		encoder.setServiceEnvironment("production");
		return encoder;
	}

}
