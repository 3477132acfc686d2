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

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * What makes a span that is over worth its trace.
 */
final class TailCriteria {

	private final long slowNanos;

	private final RatioDecision decision;

	TailCriteria(long slowNanos, RatioDecision decision) {
		this.slowNanos = slowNanos;
		this.decision = decision;
	}

	void observe(BufferedTrace trace, SpanData span) {
		if (isFailed(span)) {
			trace.fail();
		}
		else if (isSlow(span.getEndEpochNanos() - span.getStartEpochNanos()) || isMatched(span)) {
			trace.want();
		}
	}

	/**
	 * Whether a span is worth keeping without the others.
	 */
	boolean isRemarkable(SpanData span) {
		return isFailed(span) || isSlow(span.getEndEpochNanos() - span.getStartEpochNanos());
	}

	boolean isSlow(long nanos) {
		return nanos >= this.slowNanos;
	}

	private static boolean isFailed(SpanData span) {
		return span.getStatus().getStatusCode() == StatusCode.ERROR;
	}

	private boolean isMatched(SpanData span) {
		return this.decision.hasRules() && this.decision.isMatched(span.getTraceId(),
				new AttributeFacts(span.getName(), span.getKind(), span.getAttributes()));
	}

}
