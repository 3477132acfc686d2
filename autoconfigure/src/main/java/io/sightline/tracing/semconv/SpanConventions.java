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

package io.sightline.tracing.semconv;

import java.util.List;

import io.micrometer.observation.Observation;
import io.opentelemetry.api.trace.Span;

/**
 * Gives spans the names and attributes that OpenTelemetry's semantic conventions have for
 * them. Meters are made of the same observations and keep Micrometer's names.
 */
public final class SpanConventions {

	private static final SpanConvention OTHER = new OtherConvention();

	private final List<SpanConvention> conventions = List.of(new HttpConvention(true), new HttpConvention(false),
			new MessagingConvention(), new RedisConvention(), new CodeConvention("code.namespace", "code.function"),
			new CodeConvention("class", "method"));

	/**
	 * Name a span and tell what is known at its end.
	 * @param context the observation it is of
	 * @param span the span
	 */
	public void describe(Observation.Context context, Span span) {
		if (span.isRecording()) {
			convention(context).describe(context, span);
		}
	}

	private SpanConvention convention(Observation.Context context) {
		for (SpanConvention convention : this.conventions) {
			if (convention.applies(context)) {
				return convention;
			}
		}
		return OTHER;
	}

}
