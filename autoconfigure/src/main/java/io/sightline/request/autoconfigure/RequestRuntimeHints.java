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

package io.sightline.request.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What a native image cannot see: classes that are asked for by name, to learn whether
 * there are traces.
 */
final class RequestRuntimeHints implements RuntimeHintsRegistrar {

	private static final List<String> ASKED_FOR = List.of("io.micrometer.tracing.Tracer",
			"io.micrometer.tracing.otel.bridge.OtelTraceContext");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		ASKED_FOR.forEach((name) -> hints.reflection().registerTypeIfPresent(classLoader, name));
	}

}
