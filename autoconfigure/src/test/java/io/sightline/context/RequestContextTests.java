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

package io.sightline.context;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestContext} and {@link RequestContextThreadLocalAccessor}.
 */
class RequestContextTests {

	private final RequestContext first = new RequestContext("first", "GET", "/orders/1", false);

	private final RequestContext second = new RequestContext("second", "POST", "/orders", true);

	private final ExecutorService worker = Executors.newSingleThreadExecutor();

	@AfterEach
	void stop() {
		this.worker.shutdownNow();
		RequestContext.clear();
	}

	@Test
	void isNotBoundOutsideRequest() {
		assertThat(RequestContext.current()).isNull();
	}

	@Test
	void restoresWhatWasBoundBefore() {
		try (RequestContext.Scope outer = this.first.open()) {
			try (RequestContext.Scope inner = this.second.open()) {
				assertThat(RequestContext.current()).isSameAs(this.second);
			}
			assertThat(RequestContext.current()).isSameAs(this.first);
		}
		assertThat(RequestContext.current()).isNull();
	}

	@Test
	void clearUnbindsWhateverIsBound() {
		this.first.open();
		this.second.open();
		RequestContext.clear();
		assertThat(RequestContext.current()).isNull();
	}

	@Test
	void isNotSeenByOtherThreads() {
		try (RequestContext.Scope scope = this.first.open()) {
			assertThat(CompletableFuture.supplyAsync(RequestContext::current, this.worker).join()).isNull();
		}
	}

	@Test
	void travelsInSnapshotToAnotherThreadAndLeavesIt() {
		ContextSnapshot snapshot = capture();
		assertThat(CompletableFuture.supplyAsync(() -> {
			try (ContextSnapshot.Scope scope = snapshot.setThreadLocals()) {
				return RequestContext.current();
			}
		}, this.worker).join()).isSameAs(this.first);
		assertThat(CompletableFuture.supplyAsync(RequestContext::current, this.worker).join()).isNull();
	}

	@Test
	void snapshotRestoresWhatItsThreadWorkedOn() {
		ContextSnapshot snapshot = capture();
		try (RequestContext.Scope own = this.second.open()) {
			Runnable check = () -> assertThat(RequestContext.current()).isSameAs(this.first);
			snapshot.wrap(check).run();
			assertThat(RequestContext.current()).isSameAs(this.second);
		}
	}

	@Test
	void snapshotTakenOutsideRequestHidesRequest() {
		ContextSnapshot snapshot = ContextSnapshotFactory.builder().clearMissing(true).build().captureAll();
		try (RequestContext.Scope own = this.second.open()) {
			Runnable check = () -> assertThat(RequestContext.current()).isNull();
			snapshot.wrap(check).run();
			assertThat(RequestContext.current()).isSameAs(this.second);
		}
	}

	@Test
	void sharesWhatIsLearntLater() {
		this.first.route("/orders/{id}");
		this.first.trace(new TraceIds("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", "01", true));
		assertThat(CompletableFuture.supplyAsync(this.first::route, this.worker).join()).isEqualTo("/orders/{id}");
		assertThat(CompletableFuture.supplyAsync(this.first::trace, this.worker).join()).isNotNull();
	}

	private ContextSnapshot capture() {
		try (RequestContext.Scope scope = this.first.open()) {
			return ContextSnapshotFactory.builder().build().captureAll();
		}
	}

}
