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

package io.sightline.redaction;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what redaction costs: characters looked at, allocation, contention.
 */
class RedactionCostTests {

	private static final String LINE = "GET https://example.com/orders/42?page=1 -> 200 in 12.5 ms, trace "
			+ "4bf92f3577b34da6a3ce929d0e0e4736, user_id=17 order-id: 4f2b1c9e-7a3d-4e21-9b6c-0d1e2f3a4b5c [main] INFO";

	private static final int SIZE = 100_000;

	// Processor time of this thread, which a busy machine does not stretch. Generous, as
	// tests run instrumented code without the optimising compiler; quadratic work on a
	// text of this size takes seconds.
	private static final Duration MAX_CPU = Duration.ofMillis(200);

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final RedactionPolicy policy = RedactionPolicy.from(RedactionRules.defaults());

	@ParameterizedTest
	@ValueSource(strings = { "eyJ", "eyJ-", "eyJ.", "-eyJhbGciOiJIUzI1", "password", "password:", "password: ",
			"password=", "password=\"", "password='\\", "password=[", "password={", "password=(", "password=null,",
			"password:a,b&c;", "token:a:", "cookie:a; b", "a://", "a://b@", "://a:", "<password>", "<password",
			"password>", "4", "4111 ", "4-", "4111-1111-", "1", "bearer ", "bearer a", "basic ", "basic aaaaaaaa ",
			"Authorization: Digest ", "-----BEGIN ", "-----BEGIN PRIVATE KEY", "-", "_", "sk-", "sk-sk-a", "sk_live_",
			"ghp_", "xoxb-", "AKIA", "a@", "a.@b", "@", "a.b", "=", ":", "\\\"", "\"", " ", "a b=", "value", "x=value",
			"%5D=", "null", "{", "}{", "password==", "password = ", "'password' : " })
	void takesLinearTimeOnAHostileText(String piece) {
		RedactionRules rules = new RedactionRules(RedactionMode.MASK, Set.of(), Set.of(), Map.of(), true, null);
		RedactionPolicy emails = RedactionPolicy.from(rules);
		String text = piece.repeat(SIZE / piece.length());
		long best = Long.MAX_VALUE;
		for (int i = 0; i < 5 && best > MAX_CPU.toNanos(); i++) {
			long start = this.threads.getCurrentThreadCpuTime();
			emails.text(text);
			best = Math.min(best, this.threads.getCurrentThreadCpuTime() - start);
		}
		assertThat(Duration.ofNanos(best)).isLessThan(MAX_CPU);
	}

	@Test
	void allocatesNothingForACleanLine() {
		for (int i = 0; i < 2_000; i++) {
			this.policy.text(LINE);
		}
		long before = this.threads.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < 10_000; i++) {
			this.policy.text(LINE);
			this.policy.isSecretKey("order.id");
		}
		assertThat((this.threads.getCurrentThreadAllocatedBytes() - before) / 10_000).isZero();
	}

	@Test
	void countsExactlyUnderConcurrency() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Future<String>> results = threads.invokeAll(tasks(400));
			for (Future<String> result : results) {
				assertThat(result.get()).isEqualTo("user=bob password=******");
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.policy.redactions().count()).isEqualTo(400);
	}

	private List<Callable<String>> tasks(int count) {
		List<Callable<String>> tasks = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			String text = "user=bob password=secret" + i;
			tasks.add(() -> this.policy.text(text));
		}
		return tasks;
	}

}
