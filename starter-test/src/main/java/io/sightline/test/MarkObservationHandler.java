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

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;

/**
 * Reads off a request which test made it. Comes after tracing.
 */
final class MarkObservationHandler implements ObservationHandler<ReceiverContext<?>> {

	private final TestRuns runs;

	private final ApplicationContext application;

	MarkObservationHandler(TestRuns runs, ApplicationContext application) {
		this.runs = runs;
		this.application = application;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof ReceiverContext<?>;
	}

	@Override
	public void onStart(ReceiverContext<?> context) {
		TracingContext tracing = context.get(TracingContext.class);
		Span span = (tracing != null) ? tracing.getSpan() : null;
		if (span == null || this.runs.isIdle()) {
			return;
		}
		String traceId = span.context().traceId();
		String mark = mark(context);
		if (mark != null) {
			this.runs.assign(traceId, this.runs.ofMark(mark));
		}
		else if (this.runs.ofTrace(traceId) == null) {
			this.runs.in(this.application).forEach(TestRun::addUnowned);
		}
	}

	private static <C> @Nullable String mark(ReceiverContext<C> context) {
		C carrier = context.getCarrier();
		return (carrier != null) ? context.getGetter().get(carrier, TestRuns.MARK) : null;
	}

}
