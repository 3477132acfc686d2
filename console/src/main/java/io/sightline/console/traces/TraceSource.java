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

package io.sightline.console.traces;

import java.util.List;

import io.sightline.console.api.SourceException;

/**
 * Has traces that the store does not have, or no longer.
 */
public interface TraceSource {

	/**
	 * Return what it is called in answers.
	 * @return its name
	 */
	String name();

	/**
	 * Find the spans of a trace.
	 * @param traceId the trace
	 * @return its spans, none if it is not there
	 * @throws SourceException if nobody answers
	 */
	List<SpanEntry> spans(String traceId) throws SourceException;

	/**
	 * Find traces. What it cannot tell apart, the caller does.
	 * @param question which traces
	 * @return spans, in a list for each trace
	 * @throws SourceException if nobody answers
	 */
	List<List<SpanEntry>> find(TraceQuestion question) throws SourceException;

}
