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

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.sightline.noise.NoisePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NoiseSampler}.
 */
class NoiseSamplerTests {

	private static final Attributes NOISE = Attributes.of(NoiseSampler.URL_PATH, "/livez");

	private final NoisePolicy policy = NoisePolicy.of(List.of("/livez"));

	private final NoiseSampler sampler = new NoiseSampler(Sampler.alwaysOn(), this.policy);

	@Test
	void dropsServerSpanOfNoise() {
		assertThat(decide(this.sampler, SpanKind.SERVER, NOISE)).isEqualTo(SamplingDecision.DROP);
	}

	@Test
	void asksDelegateAboutOtherRequests() {
		Attributes attributes = Attributes.of(NoiseSampler.URL_PATH, "/orders");
		assertThat(decide(this.sampler, SpanKind.SERVER, attributes)).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
		assertThat(decide(new NoiseSampler(Sampler.alwaysOff(), this.policy), SpanKind.SERVER, attributes))
			.isEqualTo(SamplingDecision.DROP);
	}

	@Test
	void asksDelegateAboutServerSpansWithoutPath() {
		assertThat(decide(this.sampler, SpanKind.SERVER, Attributes.empty()))
			.isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
	}

	@ParameterizedTest
	@EnumSource(value = SpanKind.class, mode = EnumSource.Mode.EXCLUDE, names = "SERVER")
	void leavesOtherSpansToDelegate(SpanKind kind) {
		assertThat(decide(this.sampler, kind, NOISE)).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
	}

	@Test
	void describesItselfAndDelegate() {
		assertThat(this.sampler).hasToString("NoiseSampler{AlwaysOnSampler}");
	}

	private static SamplingDecision decide(Sampler sampler, SpanKind kind, Attributes attributes) {
		return sampler
			.shouldSample(Context.root(), "0af7651916cd43dd8448eb211c80319c", "http", kind, attributes, List.of())
			.getDecision();
	}

}
