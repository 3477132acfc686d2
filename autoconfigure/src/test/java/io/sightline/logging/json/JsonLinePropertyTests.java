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

package io.sightline.logging.json;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import ch.qos.logback.classic.spi.LoggingEvent;
import io.sightline.logging.LogFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.logstash.logback.argument.StructuredArguments;
import net.logstash.logback.marker.Markers;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of {@link JsonLine}: whatever an application logs, one strict line comes
 * out, and what is harmless comes out as it is.
 */
class JsonLinePropertyTests {

	@Property(tries = 800, seed = "2026")
	void writesOneStrictLineOfAnyTexts(@ForAll LogFormat format, @ForAll("texts") String message,
			@ForAll("texts") String key, @ForAll("texts") String value) {
		Map<String, Object> line = Lines.write(LineOptions.of(format), event(message, key, value));
		assertThat(line.values().toString()).contains(SafeText.of(SafeText.cut(message, 200)));
	}

	@Property(tries = 500, seed = "2026")
	void writesOneStrictLineOfAnyObjects(@ForAll LogFormat format, @ForAll("objects") String first,
			@ForAll("objects") String second) {
		Map<String, Object> line = Lines.write(LineOptions.of(format), eventOf(object(first), object(second)));
		assertThat(line.values().toString()).contains("before ");
		assertThat(line.toString()).doesNotContain(LastResort.ENCODING_ERROR);
	}

	@Property(tries = 500, seed = "2026")
	void ecsStaysValidWhateverTheKeys(@ForAll("texts") String key, @ForAll("texts") String value) {
		LoggingEvent event = event("benign", key, value);
		assertThat(EcsSpecification.violations(Lines.write(LineOptions.of(LogFormat.ECS), event))).isEmpty();
	}

	@Property(tries = 500, seed = "2026")
	void keepsWhatIsHarmless(@ForAll("harmless") String message, @ForAll("harmless") String value, @ForAll long number,
			@ForAll boolean flag) {
		LoggingEvent event = Lines.event("{}", message);
		event.addKeyValuePair(new KeyValuePair("order.text", value));
		event.addKeyValuePair(new KeyValuePair("order.values", List.of(number, flag)));
		assertThat(Lines.json(event)).containsEntry("message", message)
			.containsEntry("order.text", value)
			.doesNotContainKeys("truncated", "encoding_error")
			.extractingByKey("order.values")
			.hasToString("[" + number + ", " + flag + "]");
	}

	@Provide
	Arbitrary<String> texts() {
		Arbitrary<String> corpus = Arbitraries.of(HostileTexts.ALL);
		Arbitrary<String> random = Arbitraries.strings().all().ofMaxLength(40);
		return Arbitraries.oneOf(corpus, random, corpus.tuple2().map((two) -> two.get1() + two.get2()));
	}

	@Provide
	Arbitrary<String> objects() {
		return Arbitraries.of(HostileObjects.ALL.keySet().stream().sorted().toList());
	}

	private static Object object(String kind) {
		return Objects.requireNonNull(HostileObjects.ALL.get(kind)).get();
	}

	@Provide
	Arbitrary<String> harmless() {
		return Arbitraries.strings()
			.withCharRange(' ', '~')
			.withChars("\u00e4\u00df\u20ac\u4e2d\ud7ff\ue000")
			.ofMaxLength(200);
	}

	private static LoggingEvent event(String message, String key, String value) {
		Exception cause = Lines.shortened(new RuntimeException(key));
		LoggingEvent event = Lines.event(message, Lines.shortened(new IllegalStateException(value, cause)));
		event.addKeyValuePair(new KeyValuePair(key, value));
		event.addKeyValuePair(new KeyValuePair(value, Map.of(key, List.of(value))));
		event.setMDCPropertyMap(Map.of(key, value, value + "2", key));
		event.addMarker(Markers.append(key, value));
		return event;
	}

	private static LoggingEvent eventOf(Object first, Object second) {
		LoggingEvent event = Lines.event("before {} {} after", first, StructuredArguments.kv("argument", second),
				StructuredArguments.fields(first));
		event.addKeyValuePair(new KeyValuePair("value", first));
		event.addKeyValuePair(new KeyValuePair("nested", Map.of("list", List.of(second, "benign value"))));
		event.addMarker(Markers.append("marker", first).and(Markers.appendFields(second)));
		return event;
	}

}
