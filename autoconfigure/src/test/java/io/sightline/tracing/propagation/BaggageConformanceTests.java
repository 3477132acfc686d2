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

package io.sightline.tracing.propagation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.sightline.tracing.propagation.RecipientPolicy.Destination;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * W3C Baggage: what a service reads, and what it lets out. Each case names the section it
 * comes from.
 */
class BaggageConformanceTests {

	private final BaggagePropagator closed = propagator("shop");

	private final BaggagePropagator open = propagator("shop", "a", "B", "empty", "x-tenant");

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
			3.2.1 one member|a=1|1
			3.2.1 blanks around| \ta\t = 1 ;p|1
			3.2.1.2 empty value|b=2,a=,c=3|
			3.2.1.3 percent|a=%E2%82%AC%20%3B|€ ;
			3.2.1.3 equals sign|a=x==|x==
			3.2.1.3 not UTF-8|a=%FFx|\uFFFDx
			3.2.1.3 percent alone|a=50%|50%
			""")
	void readsValue(String section, String header, @Nullable String value) {
		assertThat(read("baggage:" + header).getEntryValue("a")).isEqualTo((value != null) ? value : "");
	}

	@Test
	void readsProperties() {
		assertThat(read("baggage:a=1; p=q ;r").asMap().get("a")).isNotNull()
			.satisfies((entry) -> assertThat(entry.getMetadata().getValue()).isEqualTo("p=q ;r"));
	}

	@Test
	void readsSeveralHeaders() {
		assertThat(read("baggage:a=1,b=2", "Baggage:c=3").asMap()).containsOnlyKeys("a", "b", "c");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "=1", "a b=1", "a\"=1", "é=1", "a=b c", "a=\"b\"", "a=b\\", "a=é", "" })
	void leavesInvalidMembersOut(String member) {
		assertThat(read("baggage:" + member + ",ok=1").asMap()).containsOnlyKeys("ok");
	}

	@Test
	void takesSixtyFourMembers() {
		String header = IntStream.range(0, 180).mapToObj((i) -> "k" + i + "=v").collect(Collectors.joining(","));
		assertThat(read("baggage:" + header).size()).isEqualTo(64);
	}

	@Test
	void takesSixtyFourMembersOfManyHeaders() {
		String[] headers = IntStream.range(0, 180).mapToObj((i) -> "baggage:k" + i + "=v").toArray(String[]::new);
		assertThat(read(headers).size()).isEqualTo(64);
	}

	@Test
	void takesExactly8192Bytes() {
		assertThat(read("baggage:a=" + "v".repeat(8190)).size()).isOne();
		assertThat(read("baggage:a=" + "v".repeat(8191)).size()).isZero();
		assertThat(read("baggage:b=1,a=" + "v".repeat(65536)).asMap()).containsOnlyKeys("b");
	}

	@Test
	void letsNothingOutByDefault() {
		assertThat(pass(this.closed, "baggage:a=1,b=2").get("baggage")).isNull();
	}

	@Test
	void letsNothingOutToOtherHosts() {
		Carrier sent = pass(propagator("shop.example.com", "a", "x-tenant"), "baggage:a=1", "x-tenant:blue");
		assertThat(sent.get("baggage")).isNull();
		assertThat(sent.get("x-tenant")).isNull();
	}

	@Test
	void letsListedKeysOutAsTheyCame() {
		assertThat(String.valueOf(pass(this.open, "baggage:a=%E2%82%AC%20x;p=q;r,b=2,secret=3,empty=").get("baggage"))
			.split(",")).containsExactlyInAnyOrder("a=%E2%82%AC%20x;p=q;r", "b=2", "empty=");
	}

	@Test
	void sendsListedKeysAsHeadersToo() {
		Carrier sent = pass(this.open, "x-tenant:blue", "x-other:red");
		assertThat(sent.get("x-tenant")).isEqualTo("blue");
		assertThat(sent.get("baggage")).isEqualTo("x-tenant=blue");
		assertThat(sent.get("x-other")).isNull();
	}

	@Test
	void sendsNoControlCharacters() {
		Baggage baggage = Baggage.builder().put("a", "x\r\nb3: 1").build();
		Carrier sent = Carrier.of();
		this.open.inject(Context.root().with(baggage), sent, (carrier, name, value) -> sent.set(name, value));
		assertThat(sent.get("baggage")).isEqualTo("a=x%0D%0Ab3:%201");
		assertThat(sent.get("a")).isNull();
	}

	@Test
	void sendsNoMoreThanTheLimits() {
		Baggage baggage = Baggage.builder().put("a", "v".repeat(8000)).put("b", "w".repeat(8000)).build();
		Carrier sent = Carrier.of();
		this.open.inject(Context.root().with(baggage), sent, (carrier, name, value) -> sent.set(name, value));
		assertThat(sent.get("baggage")).hasSizeLessThanOrEqualTo(8192).isNotEmpty();
	}

	private static BaggagePropagator propagator(String host, String... keys) {
		return new BaggagePropagator(new BaggagePolicy(List.of(keys),
				new RecipientPolicy(HostPolicy.of(List.of("internal")), (carrier) -> new Destination(host, false))),
				true);
	}

	private Baggage read(String... headers) {
		return Baggage.fromContext(this.closed.extract(Context.root(), Carrier.of(headers), Carrier.GETTER));
	}

	private static Carrier pass(BaggagePropagator propagator, String... headers) {
		Carrier out = Carrier.of();
		Context context = propagator.extract(Context.root(), Carrier.of(headers), Carrier.GETTER);
		propagator.inject(context, out, (@Nullable Carrier carrier, String name, String value) -> out.set(name, value));
		return out;
	}

}
