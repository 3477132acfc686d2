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

package io.sightline.tracing.semconv;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.semconv.CodeAttributes;
import io.opentelemetry.semconv.DbAttributes;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.HttpAttributes;
import io.opentelemetry.semconv.NetworkAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import io.opentelemetry.semconv.UrlAttributes;
import io.opentelemetry.semconv.incubating.MessagingIncubatingAttributes;
import io.opentelemetry.semconv.incubating.UrlIncubatingAttributes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpanKeys} against OpenTelemetry's own list of names.
 */
class SpanKeysTests {

	static final Set<AttributeKey<?>> CONVENTIONS = Stream
		.of(CodeAttributes.class, DbAttributes.class, ErrorAttributes.class, HttpAttributes.class,
				NetworkAttributes.class, ServerAttributes.class, UrlAttributes.class,
				MessagingIncubatingAttributes.class, UrlIncubatingAttributes.class)
		.flatMap(SpanKeysTests::keys)
		.collect(Collectors.toSet());

	@ParameterizedTest
	@MethodSource
	void isCurrentNameOfTheConventions(AttributeKey<?> key) {
		assertThat(CONVENTIONS).contains(key);
	}

	static Stream<AttributeKey<?>> isCurrentNameOfTheConventions() {
		return keys(SpanKeys.class);
	}

	private static Stream<AttributeKey<?>> keys(Class<?> type) {
		return Arrays.stream(type.getDeclaredFields())
			.filter((field) -> field.getType() == AttributeKey.class && !field.isAnnotationPresent(Deprecated.class))
			.map(SpanKeysTests::key);
	}

	private static AttributeKey<?> key(Field field) {
		ReflectionUtils.makeAccessible(field);
		return (AttributeKey<?>) Objects.requireNonNull(ReflectionUtils.getField(field, null));
	}

}
