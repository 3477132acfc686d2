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
package io.sightline.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The third door: every auto-configuration does without each library that it asks for.
 */
class MissingLibraryTests {

	private static final ClassLoader LOADER = MissingLibraryTests.class.getClassLoader();

	@ParameterizedTest
	@MethodSource
	void goesWithoutLibrary(String autoConfiguration, String library) {
		Class<?> type = ClassUtils.resolveClassName(autoConfiguration, LOADER);
		new ApplicationContextRunner().withClassLoader(new FilteredClassLoader(library))
			.withConfiguration(AutoConfigurations.of(type))
			.run((context) -> assertThat(outcome(context, autoConfiguration)).contains("did not find", library));
	}

	static Stream<Arguments> goesWithoutLibrary() {
		return SightlineBeans.autoConfigurations()
			.stream()
			.flatMap((name) -> libraries(name).map((library) -> Arguments.of(name, library)));
	}

	private static String outcome(AssertableApplicationContext context, String autoConfiguration) {
		assertThat(context).hasNotFailed().doesNotHaveBean(autoConfiguration);
		StringBuilder outcome = new StringBuilder();
		ConditionEvaluationReport.get(context.getBeanFactory())
			.getConditionAndOutcomesBySource()
			.getOrDefault(autoConfiguration, new ConditionEvaluationReport.ConditionAndOutcomes())
			.forEach((one) -> outcome.append(one.getOutcome().getMessage()));
		return outcome.toString();
	}

	private static Stream<String> libraries(String autoConfiguration) {
		try {
			Map<String, Object> condition = new SimpleMetadataReaderFactory(LOADER).getMetadataReader(autoConfiguration)
				.getAnnotationMetadata()
				.getAnnotationAttributes(ConditionalOnClass.class.getName(), true);
			return (condition != null)
					? Stream.of("value", "name").flatMap((key) -> Stream.of((String[]) condition.get(key)))
					: Stream.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
