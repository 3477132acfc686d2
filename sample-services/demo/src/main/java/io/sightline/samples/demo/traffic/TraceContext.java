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

package io.sightline.samples.demo.traffic;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The trace a client is in when it calls.
 *
 * @param traceId the trace, lower-case hex
 * @param spanId the client's own span, which is never reported
 */
public record TraceContext(String traceId, String spanId) {

	/**
	 * Start a trace.
	 * @return a context with new ids
	 */
	public static TraceContext random() {
		return new TraceContext(hex(16), hex(8));
	}

	private static String hex(int length) {
		byte[] id = new byte[length];
		ThreadLocalRandom.current().nextBytes(id);
		// Ids of zeros only are invalid.
		id[0] |= 1;
		return HexFormat.of().formatHex(id);
	}

	/**
	 * Return the context as W3C Trace Context wants it, sampled.
	 * @return the value of the {@code traceparent} header
	 */
	public String traceparent() {
		return "00-" + this.traceId + "-" + this.spanId + "-01";
	}

}
