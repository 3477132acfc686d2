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

import java.util.ArrayList;
import java.util.List;

import io.sightline.context.RequestContext;
import io.sightline.request.RequestLog;
import io.sightline.request.RequestResult;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OpenRequestsTests {

	private static final RequestResult RESULT = new RequestResult(200, false, false, 0, 0);

	private final OpenRequests requests = new OpenRequests();

	private final RequestContext request = new RequestContext("id", "GET", "/", false);

	private final List<Boolean> openWhenTold = new ArrayList<>();

	@Test
	void knowsRequestUntilItsEventIsWritten() {
		RequestLog log = this.requests.follow(new Log(() -> this.openWhenTold.add(isOpen())));
		log.started(this.request);
		assertThat(isOpen()).isTrue();
		log.ended(this.request, RESULT);
		assertThat(isOpen()).isFalse();
		assertThat(this.openWhenTold).containsExactly(true);
	}

	@Test
	void forgetsRequestWhoseLogFails() {
		RequestLog log = this.requests.follow(new Log(() -> {
			throw new IllegalStateException("broken");
		}));
		log.started(this.request);
		assertThatIllegalStateException().isThrownBy(() -> log.ended(this.request, RESULT));
		assertThat(isOpen()).isFalse();
	}

	private boolean isOpen() {
		return this.requests.any((open) -> open == this.request);
	}

	/**
	 * A log that does something when a request ends.
	 */
	private record Log(Runnable end) implements RequestLog {

		@Override
		public void started(RequestContext request) {
		}

		@Override
		public void ended(RequestContext request, RequestResult result) {
			this.end.run();
		}

	}

}
