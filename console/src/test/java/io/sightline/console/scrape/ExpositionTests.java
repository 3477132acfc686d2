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

package io.sightline.console.scrape;

import java.util.List;
import java.util.Map;

import io.sightline.console.store.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExpositionTests {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	@Test
	void readsTheTextFormat() {
		Exposition exposition = parse("""
				# HELP requests_seconds Requests
				# TYPE requests_seconds histogram
				requests_seconds_bucket{uri="/a",le="0.1"} 3 1700000000000
				requests_seconds_bucket{uri="/a",le="+Inf",} 4
				requests_seconds_count{uri="/a"} 4
				requests_seconds_sum{uri="/a"} 0.5
				# TYPE requests_seconds_max gauge
				requests_seconds_max{uri="/a"} 0.25
				# TYPE sent_total counter
				sent_total 1.5E3
				free_bytes -1
				""");
		assertThat(exposition.malformed()).isZero();
		assertThat(exposition.samples()).extracting(Sample::kind)
			.containsExactly(Series.Kind.HISTOGRAM, Series.Kind.HISTOGRAM, Series.Kind.HISTOGRAM, Series.Kind.HISTOGRAM,
					Series.Kind.GAUGE, Series.Kind.COUNTER, Series.Kind.GAUGE);
		assertThat(exposition.samples()).extracting(Sample::family)
			.containsExactly("requests_seconds", "requests_seconds", "requests_seconds", "requests_seconds",
					"requests_seconds_max", "sent_total", "free_bytes");
		assertThat(exposition.samples()).extracting(Sample::value)
			.containsExactly(3.0, 4.0, 4.0, 0.5, 0.25, 1500.0, -1.0);
		assertThat(exposition.samples().get(0).labels()).isEqualTo(Map.of("uri", "/a", "le", "0.1"));
	}

	@Test
	void readsOpenMetricsWithExemplars() {
		Exposition exposition = parse("""
				# TYPE requests_seconds histogram
				requests_seconds_bucket{le="0.1"} 3 # {span_id="00f067aa0ba902b7",trace_id="%s"} 0.067 1700000000.123
				requests_seconds_count 3 1700000000.5 # {trace_id="%s"} 0.05
				requests_seconds_created 1.7e9
				# TYPE sent counter
				sent_total 4 # {trace_id="nonsense"} 1
				# EOF
				""".formatted(TRACE, TRACE));
		assertThat(exposition.malformed()).isZero();
		assertThat(exposition.samples()).extracting(Sample::name)
			.containsExactly("requests_seconds_bucket", "requests_seconds_count", "sent_total");
		assertThat(exposition.samples()).extracting(Sample::exemplar)
			.containsExactly(new Sample.Exemplar(TRACE, 0.067), new Sample.Exemplar(TRACE, 0.05), null);
	}

	@Test
	void unescapesLabels() {
		Sample sample = parse("a{b=\"c\\\\d\\\"e\\nf}g,\u0000\"} 1").samples().get(0);
		assertThat(sample.labels()).isEqualTo(Map.of("b", "c\\d\"e\nf}g,\uFFFD"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a{", "a{b", "a{b=", "a{b=\"", "a{b=\"c", "a{b=\"c\"", "a{b=\"c\" d=\"e\"} 1", "1a 1",
			"a 0x1p3", "a 1d", "a one", "{} 1", "a{b=\"c\",b=\"d\"} 1", "a 1 2 3", "a 1 # {", "a 1 # {x=\"y\"}",
			"a{\"quoted\"=\"x\"} 1", "\u00e4 1", "a 1 # trace", "=1",
			"a 99999999999999999999999999999999999999999999" })
	void leavesOutWhatMakesNoSense(String line) {
		Exposition exposition = parse(line + "\ngood 1\n");
		assertThat(exposition.malformed()).isEqualTo(1);
		assertThat(exposition.samples()).extracting(Sample::name).containsExactly("good");
	}

	@Test
	void endsSoonWithWhatIsEndless() {
		String hostile = "a{b=\"" + "x".repeat(40_000) + "\"} 1\n" + "a".repeat(5000) + " 1\n" + "a{"
				+ "b=\"c\",".repeat(9000) + "} 1\n" + "{".repeat(30_000) + "\n" + "#".repeat(100_000) + "\n"
				+ "\\".repeat(30_000) + "\ngood 1";
		Exposition exposition = parse(hostile);
		assertThat(exposition.samples()).hasSize(1);
		assertThat(exposition.malformed()).isEqualTo(6);
	}

	@Test
	void countsWhatIsTooMuch() {
		Exposition exposition = Exposition.parse("a 1\nb 2\nc NaN\nd 4\ne +Inf\n", 2);
		assertThat(exposition.samples()).extracting(Sample::name).isEqualTo(List.of("a", "b"));
		assertThat(exposition.left()).isEqualTo(2);
	}

	private static Exposition parse(String text) {
		return Exposition.parse(text, 100);
	}

}
