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

package io.sightline.defaults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import io.sightline.identity.ServiceIdentity;
import io.sightline.logging.LogFormat;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * The defaults that Sightline sets for properties of Boot, as data. Each has the switch
 * of the feature it belongs to.
 */
final class Defaults {

	/**
	 * Name of the property source that holds the defaults.
	 */
	static final String SOURCE_NAME = "sightlineDefaults";

	private static final String FORMATTER = "io.sightline.logging.autoconfigure.SightlineLogFormatter";

	private static final List<String> ENCODER = List.of("ch.qos.logback.classic.LoggerContext",
			"tools.jackson.databind.json.JsonMapper");

	private static final String DEVTOOLS = "org.springframework.boot.devtools.settings.DevToolsSettings";

	private static final Condition ALWAYS = new Condition("", (defaults) -> true);

	private static final Condition JSON = new Condition("lines are JSON", Defaults::isJson);

	static final List<Default> DEFAULTS = List.of(
			new Default("logging", "logging.structured.format.console", FORMATTER, JSON),
			new Default("logging", "logging.structured.format.file", FORMATTER, JSON),
			new Default("logging", "spring.main.banner-mode", "off", JSON),
			// Boot bounds the age of log files and the size of each, not of all.
			new Default("logging", "logging.logback.rollingpolicy.total-size-cap", "1GB"),
			new Default("exposure", "management.endpoints.web.exposure.include", "health,info,prometheus"),
			new Default("health", "management.endpoint.health.probes.enabled", "true"),
			new Default("health", "management.endpoint.health.probes.add-additional-paths", "true"),
			new Default("health", "management.endpoint.health.status.order", "DOWN,OUT_OF_SERVICE,DEGRADED,UP,UNKNOWN"),
			// One line a change says it, instead of a stack trace a run.
			new Default("health", "logging.level.org.springframework.boot.jdbc.health", "error"),
			new Default("health", "logging.level.org.springframework.boot.data.redis.health", "error"),
			new Default("metrics",
					"management.prometheus.metrics.export.properties"
							+ "[io.prometheus.exporter.exemplarsOnAllMetricTypes]",
					"false"),
			new Default("metrics", "management.metrics.observations.ignored-meters", "long-task-timer"),
			// Tomcat tells threads and connections by no other way.
			new Default("metrics", "server.tomcat.mbeanregistry.enabled", "true"),
			new Default("metrics", "management.otlp.metrics.export.enabled", "false",
					without("management.otlp.metrics.export.url")),
			new Default("tracing", "management.tracing.sampling.probability", "1.0"),
			new Default("tracing", "management.observations.annotations.enabled", "true"),
			new Default("tracing", "management.observations.enable.spring.security", "false"),
			new Default("tracing", "management.tracing.export.zipkin.enabled", "false",
					without("management.tracing.export.zipkin.endpoint")),
			new Default("tracing", "management.logging.export.otlp.enabled", "false",
					without("management.opentelemetry.logging.export.otlp.endpoint")),
			new Default("tracing.export", "management.opentelemetry.tracing.limits.max-attribute-value-length", "4096"),
			new Default("tracing.messaging", "spring.kafka.template.observation-enabled", "true"),
			new Default("tracing.messaging", "spring.kafka.listener.observation-enabled", "true"),
			new Default("tracing.messaging", "spring.rabbitmq.template.observation-enabled", "true"),
			new Default("tracing.messaging", "spring.rabbitmq.listener.simple.observation-enabled", "true"),
			new Default("tracing.messaging", "spring.rabbitmq.listener.direct.observation-enabled", "true"),
			new Default("tracing.messaging", "spring.rabbitmq.listener.stream.observation-enabled", "true"),
			new Default("tracing.async", "spring.task.execution.propagate-context", "true"),
			new Default("tracing.async", "spring.reactor.context-propagation", "auto"));

	private final Environment environment;

	private final boolean terminal;

	Defaults(Environment environment, boolean terminal) {
		this.environment = environment;
		this.terminal = terminal;
	}

	Map<String, Object> resolve(ServiceIdentity identity) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (Default entry : DEFAULTS) {
			if (isEnabled(entry.feature()) && entry.condition().test().test(this)) {
				values.put(entry.key(), entry.value());
			}
		}
		values.put("sightline.logging.format", defaultFormat().name().toLowerCase(Locale.ROOT));
		// A made-up instance id is made up once.
		values.put("sightline.service.instance-id", identity.instance());
		if (isEnabled("identity")) {
			identity.resourceAttributes()
				.forEach((name, value) -> values.put("management.opentelemetry.resource-attributes[" + name + "]",
						value));
			values.put("management.metrics.tags.application", identity.name());
			values.put("management.metrics.tags.environment", identity.environment());
			values.put("management.metrics.tags.version", identity.version());
		}
		// Boot moves the application's default properties behind ours.
		values.keySet().removeIf(this.environment::containsProperty);
		return values;
	}

	private boolean isEnabled(String feature) {
		int dot = feature.indexOf('.');
		String parent = (dot > 0) ? feature.substring(0, dot) : feature;
		return isOn("sightline." + feature + ".enabled") && isOn("sightline." + parent + ".enabled");
	}

	private boolean isOn(String key) {
		return this.environment.getProperty(key, Boolean.class, true);
	}

	private boolean isJson() {
		LogFormat format = Binder.get(this.environment)
			.bind("sightline.logging.format", LogFormat.class)
			.orElseGet(this::defaultFormat);
		return format != LogFormat.TEXT && ENCODER.stream().allMatch(Defaults::isPresent);
	}

	private LogFormat defaultFormat() {
		return (this.terminal || isPresent(DEVTOOLS)) ? LogFormat.TEXT : LogFormat.JSON;
	}

	private static boolean isPresent(String className) {
		return ClassUtils.isPresent(className, Defaults.class.getClassLoader());
	}

	private static Condition without(String key) {
		return new Condition("`" + key + "` is not set", (defaults) -> !defaults.environment.containsProperty(key));
	}

	/**
	 * One default.
	 *
	 * @param feature the feature whose switch takes it away
	 * @param key the property of Boot
	 * @param value the value it gets
	 * @param condition when it applies
	 */
	record Default(String feature, String key, String value, Condition condition) {

		Default(String feature, String key, String value) {
			this(feature, key, value, ALWAYS);
		}

	}

	/**
	 * When a default applies.
	 *
	 * @param text what the reference says of it
	 * @param test whether it does
	 */
	record Condition(String text, Predicate<Defaults> test) {

	}

}
