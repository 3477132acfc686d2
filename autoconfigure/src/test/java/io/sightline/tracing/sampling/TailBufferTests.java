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

package io.sightline.tracing.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TailBuffer}.
 */
class TailBufferTests {

	private TailTracing tracing = new TailTracing();

	@AfterEach
	void close() {
		this.tracing.close();
	}

	@Test
	void leavesOutWhatIsUnremarkable() {
		finish(this.tracing.start("root"));
		assertThat(this.tracing.kept).isEmpty();
		assertThat(this.tracing.ledger.account().unsampled()).isEqualTo(1);
		assertThat(this.tracing.ledger.account().difference()).isZero();
	}

	@Test
	void keepsWholeTraceOfAnErrorDeepDown() {
		Span root = this.tracing.start("root");
		finish(this.tracing.start("good", root));
		fail(this.tracing.start("bad", root));
		assertThat(this.tracing.kept).isEmpty();
		assertThat(this.tracing.ledger.account().queued()).isEqualTo(2);
		finish(root);
		assertThat(this.tracing.keptNames()).containsExactly("good", "bad", "root");
		assertThat(this.tracing.keptPartial()).containsOnly(false);
		assertThat(this.tracing.ledger.account().difference()).isZero();
	}

	@Test
	void keepsSlowTrace() {
		Span root = this.tracing.start("root");
		finish(this.tracing.start("child", root));
		root.end(Instant.now().plusSeconds(2));
		assertThat(this.tracing.keptNames()).containsExactly("child", "root");
	}

	@Test
	void keepsTraceThatRuleMatchesAtItsEnd() {
		restart(new ConfiguredRule("/orders/*", "POST", Map.of(), 1));
		Span root = this.tracing.start("root");
		root.setAttribute("http.route", "/orders/{id}").setAttribute("http.request.method", "POST");
		finish(root);
		finish(this.tracing.start("other"));
		assertThat(this.tracing.keptNames()).containsExactly("root");
	}

	@Test
	void survivesRuleThatThrows() {
		restart((span) -> {
			throw new IllegalStateException("broken");
		});
		finish(this.tracing.start("root"));
		assertThat(this.tracing.ledger.account().unsampled()).isEqualTo(1);
	}

	@Test
	void keepsWhatIsChangedAtRunTimeForAsLongAsItHolds() {
		this.tracing.control.change(new SamplingChange(1, "/orders/**", Duration.ofMinutes(1)));
		finish(this.tracing.start("during").setAttribute("uri", "/orders/1"));
		this.tracing.clock.addAndGet(Duration.ofMinutes(2).toNanos());
		finish(this.tracing.start("after").setAttribute("uri", "/orders/1"));
		assertThat(this.tracing.keptNames()).containsExactly("during");
		assertThat(this.tracing.control.current()).isEmpty();
	}

	@Test
	void waitsForSpansThatOutliveTheRoot() {
		Span root = this.tracing.start("root");
		Span async = this.tracing.start("async", root);
		finish(root);
		assertThat(this.tracing.ledger.account().queued()).isEqualTo(1);
		fail(async);
		assertThat(this.tracing.keptNames()).containsExactly("root", "async");
	}

	@Test
	void lateSpansFollowTheDecision() {
		Span root = this.tracing.start("root");
		fail(root);
		finish(this.tracing.start("late", root));
		Span dropped = this.tracing.start("dropped");
		finish(dropped);
		finish(this.tracing.start("late too", dropped));
		assertThat(this.tracing.keptNames()).containsExactly("root", "late");
		assertThat(this.tracing.ledger.account().difference()).isZero();
	}

	@Test
	void marksLateErrorOfTraceThatWasLeftOut() {
		Span root = this.tracing.start("root");
		finish(root);
		fail(this.tracing.start("late", root));
		assertThat(this.tracing.keptNames()).containsExactly("late");
		assertThat(this.tracing.keptPartial()).containsExactly(true);
	}

	@Test
	void marksTraceWhoseCallerWasNotTold() {
		fail(this.tracing.called("server"));
		assertThat(this.tracing.keptPartial()).containsExactly(true);
	}

	@Test
	void tellsCallerAndKeepsThePromise() {
		Span server = this.tracing.called("server");
		assertThat(this.tracing.buffer.answer(TailTracing.TRACE, false)).isFalse();
		assertThat(this.tracing.buffer.answer(TailTracing.TRACE, true)).isTrue();
		finish(server);
		assertThat(this.tracing.keptNames()).containsExactly("server");
		assertThat(this.tracing.keptPartial()).containsExactly(false);
	}

	@Test
	void keepsWhatCalleeKeeps() {
		Span server = this.tracing.start("server");
		Span client = this.tracing.start("client", server);
		this.tracing.buffer.keep(client.getSpanContext().getTraceId());
		finish(client);
		assertThat(this.tracing.buffer.answer(client.getSpanContext().getTraceId(), false)).isTrue();
		finish(server);
		assertThat(this.tracing.keptNames()).containsExactly("client", "server");
	}

	@Test
	void decidesTraceThatTakesTooLong() {
		Span root = this.tracing.start("root");
		finish(this.tracing.start("child", root));
		this.tracing.clock.addAndGet(Duration.ofSeconds(31).toNanos());
		this.tracing.buffer.keepHouse();
		assertThat(this.tracing.keptNames()).containsExactly("child");
		finish(root);
		assertThat(this.tracing.keptNames()).containsExactly("child", "root");
	}

	@Test
	void decidesEarlyWhenFullWithErrorsLast() {
		restart(new TailLimits(10, 10_000_000, Duration.ofSeconds(30)));
		Span failing = this.tracing.start("failing");
		fail(this.tracing.start("bad", failing));
		List<Span> roots = new ArrayList<>();
		for (int i = 0; i < 9; i++) {
			roots.add(this.tracing.start("root"));
			finish(this.tracing.start("child", roots.get(i)));
		}
		this.tracing.buffer.keepHouse();
		roots.forEach(Span::end);
		finish(failing);
		assertThat(this.tracing.keptNames()).containsExactly("bad", "failing");
		assertThat(this.tracing.ledger.account().dropped(SpanLedger.TAIL_FULL)).isPositive();
		assertThat(this.tracing.ledger.account().difference()).isZero();
	}

	@Test
	void holdsNoMoreThanItsBounds() {
		restart(new TailLimits(1000, 100_000, Duration.ofSeconds(30)));
		Span root = this.tracing.start("root");
		for (int i = 0; i < 50; i++) {
			finish(this.tracing.start("child", root).setAttribute("text", "x".repeat(10_000)));
		}
		assertThat(this.tracing.buffer.held()).isLessThanOrEqualTo(10);
		finish(root);
		assertThat(this.tracing.ledger.account().difference()).isZero();
	}

	@Test
	void losesNothingUnderContention() throws InterruptedException {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		Span root = this.tracing.start("root");
		for (int i = 0; i < 800; i++) {
			threads.execute(() -> finish(this.tracing.start("child", root)));
		}
		threads.shutdown();
		assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		fail(root);
		assertThat(this.tracing.kept).hasSize(801);
		assertThat(this.tracing.ledger.account().difference()).isZero();
	}

	@Test
	void decidesEverythingWhenItStops() {
		Span root = this.tracing.start("root");
		fail(this.tracing.start("bad", root));
		finish(this.tracing.start("good", this.tracing.start("open")));
		this.tracing.buffer.stop();
		assertThat(this.tracing.keptNames()).containsExactly("bad");
		assertThat(this.tracing.ledger.account().queued()).isZero();
	}

	private void restart(SamplingRule... rules) {
		this.tracing.close();
		this.tracing = new TailTracing(rules);
	}

	private void restart(TailLimits limits) {
		this.tracing.close();
		this.tracing = new TailTracing(limits);
	}

	private static void finish(Span span) {
		span.end();
	}

	private static void fail(Span span) {
		span.setStatus(StatusCode.ERROR);
		span.end();
	}

}
