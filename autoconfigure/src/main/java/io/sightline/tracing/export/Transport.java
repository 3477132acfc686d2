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

package io.sightline.tracing.export;

import java.time.Duration;
import java.util.Collection;

import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * Takes batches of spans to a receiver. Used by one thread at a time.
 */
interface Transport {

	/**
	 * Makes one attempt.
	 * @param spans the batch
	 * @param timeout how long it may take
	 * @return what became of it
	 */
	Reply send(Collection<SpanData> spans, Duration timeout);

	/**
	 * How many bytes the last batch had on its way, before it was compressed.
	 * @return the bytes, 0 if nobody knows
	 */
	default long messageSize() {
		return 0;
	}

	/**
	 * What the receiver is called in the log.
	 */
	String receiver();

}
