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
package io.sightline.tracing.propagation;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/**
 * Does what a caller asks for who sends a decision without a trace, or a trace without a
 * decision, as B3 allows. Everything else is left to another sampler.
 */
public final class RemoteDecisionSampler implements Sampler {

	private final Sampler delegate;

	/**
	 * Creates a sampler.
	 * @param delegate decides on everything else
	 */
	public RemoteDecisionSampler(Sampler delegate) {
		this.delegate = delegate;
	}

	@Override
	public SamplingResult shouldSample(Context parentContext, String traceId, String name, SpanKind spanKind,
			Attributes attributes, List<LinkData> parentLinks) {
		Context parent = parentContext;
		RemoteSpan remote = RemoteSpan.of(parentContext);
		if (remote != null) {
			if (remote.decision() == RemoteDecision.DENY) {
				return SamplingResult.drop();
			}
			if (remote.decision() == RemoteDecision.ACCEPT) {
				return SamplingResult.recordAndSample();
			}
			if (remote.decision() == RemoteDecision.DEFER) {
				parent = Context.root();
			}
		}
		return this.delegate.shouldSample(parent, traceId, name, spanKind, attributes, parentLinks);
	}

	@Override
	public String getDescription() {
		return this.delegate.getDescription();
	}

	@Override
	public String toString() {
		return getDescription();
	}

}
