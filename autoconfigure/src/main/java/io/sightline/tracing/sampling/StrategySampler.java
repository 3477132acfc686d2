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

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.sightline.pressure.Pressure;
import io.sightline.tracing.propagation.TrustPolicy;

/**
 * Decides when a span starts. The sampled flag that goes on to callees is always the
 * choice by ratio: a service that decides at the end records everything, and tells nobody
 * to keep it.
 */
public final class StrategySampler implements Sampler {

	private final SamplingSettings settings;

	private final RatioDecision decision;

	private final Runnable leftOut;

	private final Pressure pressure;

	private final Predicate<String> shed;

	/**
	 * Creates a sampler that is under no pressure.
	 * @param settings what to keep
	 * @param control changes that at run time
	 * @param leftOut told of each span that is not recorded
	 */
	public StrategySampler(SamplingSettings settings, SamplingControl control, Runnable leftOut) {
		this(settings, control, leftOut, System::nanoTime);
	}

	/**
	 * Creates a sampler.
	 * @param settings what to keep
	 * @param control changes that at run time
	 * @param leftOut told of each span that is not recorded
	 * @param pressure knows whether detail is to be left out
	 * @param shed asked, by its trace, of each span that is not to be recorded for that:
	 * takes note of it, or says no
	 */
	public StrategySampler(SamplingSettings settings, SamplingControl control, Runnable leftOut, Pressure pressure,
			Predicate<String> shed) {
		this(settings, new RatioDecision(settings, control, System::nanoTime), leftOut, pressure, shed);
	}

	StrategySampler(SamplingSettings settings, SamplingControl control, Runnable leftOut, LongSupplier clock) {
		this(settings, new RatioDecision(settings, control, clock), leftOut, new Pressure(), (traceId) -> false);
	}

	StrategySampler(SamplingSettings settings, RatioDecision decision, Runnable leftOut, Pressure pressure,
			Predicate<String> shed) {
		this.settings = settings;
		this.decision = decision;
		this.leftOut = leftOut;
		this.pressure = pressure;
		this.shed = shed;
	}

	@Override
	public SamplingResult shouldSample(Context parentContext, String traceId, String name, SpanKind spanKind,
			Attributes attributes, List<LinkData> parentLinks) {
		Span parent = Span.fromContext(parentContext);
		SpanContext caller = parent.getSpanContext();
		if (follows(caller)) {
			return follow(parent, caller);
		}
		boolean chosen = this.decision.choose(traceId, new AttributeFacts(name, spanKind, attributes),
				TrustPolicy.isUntrusted(parentContext));
		return chosen ? SamplingResult.recordAndSample() : notChosen();
	}

	private boolean follows(SpanContext caller) {
		boolean absolute = this.settings.strategy() == SamplingStrategy.ALWAYS
				|| this.settings.strategy() == SamplingStrategy.NEVER;
		return caller.isValid() && !(absolute && caller.isRemote());
	}

	private SamplingResult follow(Span parent, SpanContext caller) {
		if (caller.isSampled()) {
			return SamplingResult.recordAndSample();
		}
		if (caller.isRemote()) {
			return notChosen();
		}
		// Of a parent that is not recorded here nothing may be recorded below.
		return isRecorded(parent) ? detail(caller.getTraceId()) : drop();
	}

	/**
	 * A span inside one that was not chosen: what fails is told by the outer one, too.
	 */
	private SamplingResult detail(String traceId) {
		if (this.pressure.isHigh() && this.settings.strategy() == SamplingStrategy.TAIL && this.shed.test(traceId)) {
			return SamplingResult.drop();
		}
		return notChosen();
	}

	/**
	 * Whether a span is or was recorded here. One that is over does not say so, and the
	 * bridge wraps it; but writing to it does nothing then, and returns the span itself.
	 */
	private static boolean isRecorded(Span span) {
		return span.isRecording() || span.setAttribute("", "") instanceof ReadableSpan;
	}

	private SamplingResult notChosen() {
		return (this.settings.strategy() == SamplingStrategy.TAIL) ? SamplingResult.recordOnly() : drop();
	}

	private SamplingResult drop() {
		this.leftOut.run();
		return SamplingResult.drop();
	}

	@Override
	public String getDescription() {
		return "StrategySampler{%s, ratio=%s}".formatted(this.settings.strategy(), this.settings.ratio());
	}

	@Override
	public String toString() {
		return getDescription();
	}

}
