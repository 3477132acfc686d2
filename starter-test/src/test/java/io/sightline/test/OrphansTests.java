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

package io.sightline.test;

import java.util.List;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrphansTests {

	private final SpanData server = Spans.root(SpanKind.SERVER, "GET /");

	private final SpanData client = Spans.child(this.server, SpanKind.CLIENT, "GET");

	@Test
	void takesWholeTraceForWhole() {
		assertThat(Orphans.in(Trace.of(List.of(this.server, this.client)), List.of())).isEmpty();
	}

	@Test
	void findsSpanWhoseParentIsMissing() {
		assertThat(Orphans.in(Trace.of(List.of(this.client)), List.of())).singleElement()
			.asString()
			.contains("CLIENT 'GET'", "its parent " + this.server.getSpanId() + " was not exported");
	}

	@Test
	void doesNotMissParentThatIsElsewhere() {
		SpanData callee = Spans.remoteChild(this.client, SpanKind.SERVER, "GET /elsewhere");
		assertThat(Orphans.in(Trace.of(List.of(callee)), List.of())).isEmpty();
	}

	@Test
	void findsTraceThatBeginsByItself() {
		List<Trace> strays = Trace.of(List.of(Spans.root(SpanKind.INTERNAL, "work")));
		assertThat(Orphans.in(List.of(), strays)).singleElement()
			.asString()
			.contains("INTERNAL 'work'", "begins a trace of its own");
	}

	@Test
	void letsScheduledMethodsBeginTraces() {
		List<Trace> strays = Trace.of(List.of(Spans.root(SpanKind.INTERNAL, "task carts.sweep")));
		assertThat(Orphans.in(List.of(), strays)).isEmpty();
	}

}
