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

package io.sightline.tracing;

import java.util.List;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.sightline.noise.NoisePolicy;

/**
 * Drops the server spans of requests that are noise, and so everything below them, before
 * another sampler is asked. Needs {@code url.path} when the span starts, as
 * OpenTelemetry's HTTP conventions provide for samplers.
 */
public final class NoiseSampler implements Sampler {

	/**
	 * The path of the request, without query.
	 */
	public static final AttributeKey<String> URL_PATH = AttributeKey.stringKey("url.path");

	private final Sampler delegate;

	private final NoisePolicy noise;

	/**
	 * Creates a sampler.
	 * @param delegate decides on everything else
	 * @param noise tells what is noise
	 */
	public NoiseSampler(Sampler delegate, NoisePolicy noise) {
		this.delegate = delegate;
		this.noise = noise;
	}

	@Override
	public SamplingResult shouldSample(Context parentContext, String traceId, String name, SpanKind spanKind,
			Attributes attributes, List<LinkData> parentLinks) {
		String path = (spanKind == SpanKind.SERVER) ? attributes.get(URL_PATH) : null;
		if (path != null && this.noise.isNoise(path)) {
			return SamplingResult.drop();
		}
		return this.delegate.shouldSample(parentContext, traceId, name, spanKind, attributes, parentLinks);
	}

	@Override
	public String getDescription() {
		return "NoiseSampler{" + this.delegate.getDescription() + "}";
	}

	@Override
	public String toString() {
		return getDescription();
	}

}
