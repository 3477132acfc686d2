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

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoggingRuntimeHints}.
 */
class LoggingRuntimeHintsTests {

	private final RuntimeHints hints = hints(getClass().getClassLoader());

	@Test
	void isFoundBySpringsAotProcessing() {
		assertThat(SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)).hasAtLeastOneElementOfType(LoggingRuntimeHints.class);
	}

	@Test
	void letsBootMakeTheFormatter() {
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(SightlineLogFormatter.class)
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(this.hints);
	}

	@Test
	void keepsEveryResourceOfLogging() throws IOException {
		Resource[] resources = new PathMatchingResourcePatternResolver()
			.getResources("classpath*:io/sightline/logging/*.xml");
		assertThat(resources).hasSize(2)
			.allSatisfy((resource) -> assertThat(
					RuntimeHintsPredicates.resource().forResource("io/sightline/logging/" + resource.getFilename()))
				.accepts(this.hints));
	}

	/**
	 * Classes that are asked for by name are absent from an image unless it is told.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "ch.qos.logback.classic.LoggerContext", "tools.jackson.databind.json.JsonMapper",
			"net.logstash.logback.argument.StructuredArgument" })
	void keepsClassesThatAreAskedForByName(String type) {
		assertThat(RuntimeHintsPredicates.reflection().onType(type(type))).accepts(this.hints);
	}

	@Test
	void registersNothingWithoutLogback() {
		RuntimeHints none = hints(new FilteredClassLoader("ch.qos.logback"));
		assertThat(none.reflection().typeHints()).isEmpty();
		assertThat(none.resources().resourcePatternHints()).isEmpty();
	}

	private static RuntimeHints hints(ClassLoader classLoader) {
		RuntimeHints hints = new RuntimeHints();
		new LoggingRuntimeHints().registerHints(hints, classLoader);
		return hints;
	}

	private static Class<?> type(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
