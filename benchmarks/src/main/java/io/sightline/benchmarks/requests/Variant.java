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

package io.sightline.benchmarks.requests;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the service is observed, and what it is told for that. One trace in ten is exported
 * to the same receiver, and all but the plain one log JSON.
 */
enum Variant {

	/**
	 * Not at all; the base of all ratios.
	 */
	PLAIN,

	/**
	 * By what Spring Boot brings along.
	 */
	BOOT("--logging.structured.format.console=logstash",
			"--management.opentelemetry.tracing.export.otlp.endpoint={sink}/v1/traces",
			"--management.tracing.sampling.probability=0.1", "--management.otlp.metrics.export.enabled=false",
			"--management.endpoints.web.exposure.include=health,prometheus"),

	/**
	 * By OpenTelemetry's starter for Spring Boot.
	 */
	OTEL("--logging.structured.format.console=logstash", "--otel.exporter.otlp.endpoint={sink}",
			"--otel.exporter.otlp.protocol=http/protobuf", "--otel.logs.exporter=none",
			"--otel.traces.sampler=parentbased_traceidratio", "--otel.traces.sampler.arg=0.1"),

	/**
	 * By Sightline.
	 */
	SIGHTLINE("--sightline.logging.format=json",
			"--management.opentelemetry.tracing.export.otlp.endpoint={sink}/v1/traces",
			"--management.tracing.sampling.probability=0.1",
			"--management.endpoints.web.exposure.include=health,prometheus");

	private final List<String> arguments;

	Variant(String... arguments) {
		this.arguments = List.of(arguments);
	}

	static Variant of(String name) {
		return Arrays.stream(values())
			.filter((variant) -> variant.id().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("no variant '" + name + "'; there are " + ids()));
	}

	private static String ids() {
		return Arrays.stream(values()).map(Variant::id).collect(Collectors.joining(", "));
	}

	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	List<String> arguments(String sink) {
		return this.arguments.stream().map((argument) -> argument.replace("{sink}", sink)).toList();
	}

}
