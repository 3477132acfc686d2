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

package io.sightline.tracing.sampling.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.sightline.tracing.sampling.SamplingStrategy;
import io.sightline.tracing.sampling.TailLimits;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which traces are kept. The ratio is Boot's "management.tracing.sampling.probability".
 *
 * @param enabled Whether Sightline decides which traces are kept. Boot's sampler does
 * when switched off.
 * @param strategy How is decided which traces are kept.
 * @param limit Number of traces a second that strategies "tail" and "rate-limited" choose
 * at most. Traces that fail, are slow, match a rule, or are chosen by a caller come on
 * top.
 * @param untrustedLimit Number of traces a second that are chosen at most of callers
 * which "sightline.tracing.trust-incoming" does not trust, whatever the strategy. Traces
 * that fail or are slow come on top.
 * @param slowThreshold Time from which a span is slow and its trace is kept by strategy
 * "tail".
 * @param tenantAttribute Attribute of spans that holds the tenant.
 * @param rules Rules of strategies "rules" and "tail", of which the first that applies
 * decides. A rule has any of "route" (with "*" for one segment and "**" for any number),
 * "method", "tenant" and "attributes", which must all match, and the "ratio" of such
 * traces to keep (1.0 if it has none).
 * @param tail What strategy "tail" holds until it decides.
 * @param traceResponse What callers are told.
 */
@ConfigurationProperties("sightline.tracing.sampling")
record SamplingProperties(@DefaultValue("true") boolean enabled, @DefaultValue("tail") SamplingStrategy strategy,
		@DefaultValue("100") double limit, @DefaultValue("10") double untrustedLimit,
		@DefaultValue("1s") Duration slowThreshold, @DefaultValue("tenant.id") String tenantAttribute,
		@DefaultValue List<Rule> rules, @DefaultValue Tail tail, @DefaultValue TraceResponse traceResponse) {

	/**
	 * One rule.
	 *
	 * @param route the route or path it is about
	 * @param method the method of the request
	 * @param tenant the tenant
	 * @param attributes the attributes of the span
	 * @param ratio the share of such traces to keep
	 */
	record Rule(@Nullable String route, @Nullable String method, @Nullable String tenant,
			@DefaultValue Map<String, String> attributes, @DefaultValue("1.0") double ratio) {

	}

	/**
	 * What callers are told.
	 *
	 * @param enabled Whether responses tell by "traceresponse" which traces are kept, and
	 * services that are called are believed.
	 */
	record TraceResponse(@DefaultValue("true") boolean enabled) {

	}

	/**
	 * What strategy "tail" holds until it decides.
	 *
	 * @param maxSpans Maximum number of spans, and of open traces.
	 * @param maxSize Maximum memory, estimated.
	 * @param maxAge Maximum time to wait for the end of a trace.
	 */
	record Tail(@DefaultValue("20000") int maxSpans, @DefaultValue("32MB") DataSize maxSize,
			@DefaultValue("30s") Duration maxAge) {

		TailLimits limits() {
			return new TailLimits(this.maxSpans, this.maxSize.toBytes(), this.maxAge);
		}

	}

}
