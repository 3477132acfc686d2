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

import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is compared has to be comparable: everybody tells the message, the MDC and the
 * error.
 */
class LineEncoderTests {

	private static final JsonMapper JSON = new JsonMapper();

	@ParameterizedTest
	@EnumSource
	void tellsMessageAndMdc(LineEncoder encoder) {
		assertThat(encode(encoder, Thrown.NOTHING)).contains("Order 4711 belongs to customer customer-4711")
			.contains("acme", "u-1029384756", "6d0f0c0e-7d0d-4d5e-9a38-0b7a5e6f3c21")
			.contains("orders.OrderController", "http-nio-127.0.0.1-28180-exec-8")
			.endsWith("\n");
	}

	@ParameterizedTest
	@EnumSource
	void tellsTheApplicationsFrames(LineEncoder encoder) {
		assertThat(encode(encoder, Thrown.IN_APPLICATION)).contains("java.lang.IllegalStateException")
			.contains("DiscountPolicy.java:453")
			.hasSizeGreaterThan(4000);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "PATTERN")
	void writesOneObjectInOneLine(LineEncoder encoder) {
		String line = encode(encoder, Thrown.IN_REQUEST);
		assertThat(line.strip()).doesNotContain("\n");
		assertThat(JSON.readTree(line).isObject()).isTrue();
	}

	private static String encode(LineEncoder encoder, Thrown thrown) {
		LoggerContext context = new LoggerContext();
		return new String(encoder.start(context).encode(SampleEvents.create(context, thrown)), StandardCharsets.UTF_8);
	}

}
