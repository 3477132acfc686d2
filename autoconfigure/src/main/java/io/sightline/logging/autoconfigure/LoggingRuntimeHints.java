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

package io.sightline.logging.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/**
 * What a native image cannot see: the formatter is named by a property, and the appenders
 * by the application's own configuration.
 */
final class LoggingRuntimeHints implements RuntimeHintsRegistrar {

	/**
	 * Asked for by name, to see whether they are there.
	 */
	private static final List<String> ASKED_FOR = List.of("ch.qos.logback.classic.LoggerContext",
			"tools.jackson.databind.json.JsonMapper", "net.logstash.logback.argument.StructuredArgument");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		if (ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext", classLoader)) {
			hints.reflection().registerType(SightlineLogFormatter.class, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
			ASKED_FOR.forEach((name) -> hints.reflection().registerTypeIfPresent(classLoader, name));
			hints.resources().registerPattern("io/sightline/logging/*.xml");
		}
	}

}
