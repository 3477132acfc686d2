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

import java.util.List;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.micrometer.tracing.exporter.SpanReporter;
import io.micrometer.tracing.otel.bridge.OtelFinishedSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sightline.redaction.RedactionPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Makes a span ready to leave: asks the application's predicates and filters, redacts,
 * and tells its reporters.
 */
public final class SpanPreparation {

	private final List<SpanExportingPredicate> predicates;

	private final List<SpanFilter> filters;

	private final List<SpanReporter> reporters;

	private final @Nullable SpanRedaction redaction;

	/**
	 * Creates a preparation.
	 * @param predicates what decides which spans leave
	 * @param filters what changes them
	 * @param reporters what is told of them
	 * @param policy what must not leave, or {@code null} if everything may
	 * @param attributeLimit the length at which values were cut
	 */
	public SpanPreparation(List<SpanExportingPredicate> predicates, List<SpanFilter> filters,
			List<SpanReporter> reporters, @Nullable RedactionPolicy policy, int attributeLimit) {
		this.predicates = List.copyOf(predicates);
		this.filters = List.copyOf(filters);
		this.reporters = List.copyOf(reporters);
		this.redaction = (policy != null) ? new SpanRedaction(policy, attributeLimit) : null;
	}

	/**
	 * Prepares a span.
	 * @return the span as it may leave, or {@code null} if it is not to
	 */
	@Nullable SpanData prepare(SpanData span) {
		SpanData prepared = span;
		if (!this.predicates.isEmpty() || !this.filters.isEmpty()) {
			FinishedSpan finished = OtelFinishedSpan.fromOtel(span);
			if (!this.predicates.stream().allMatch((predicate) -> predicate.isExportable(finished))) {
				return null;
			}
			prepared = filter(finished);
		}
		if (this.redaction != null) {
			prepared = this.redaction.redact(prepared);
		}
		for (SpanReporter reporter : this.reporters) {
			reporter.report(OtelFinishedSpan.fromOtel(prepared));
		}
		return prepared;
	}

	private SpanData filter(FinishedSpan span) {
		FinishedSpan filtered = span;
		for (SpanFilter filter : this.filters) {
			filtered = filter.map(filtered);
		}
		return OtelFinishedSpan.toOtel(filtered);
	}

	void close() throws Exception {
		for (SpanReporter reporter : this.reporters) {
			reporter.close();
		}
	}

}
