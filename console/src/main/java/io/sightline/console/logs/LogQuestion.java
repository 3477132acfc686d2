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

package io.sightline.console.logs;

import java.util.List;

/**
 * Which log lines to find.
 *
 * @param service who logged it, or empty
 * @param levels the levels it may have, all if empty
 * @param text a part of it, or empty
 * @param traceId its trace, or empty
 * @param spanId its span, or empty
 * @param fromNs when it was logged at the earliest
 * @param limit how many
 */
public record LogQuestion(String service, List<String> levels, String text, String traceId, String spanId, long fromNs,
		int limit) {

	static LogQuestion ofTrace(String traceId, int limit) {
		return new LogQuestion("", List.of(), "", traceId, "", 0, limit);
	}

	boolean isAboutSome() {
		return !this.text.isEmpty() || !this.traceId.isEmpty();
	}

}
