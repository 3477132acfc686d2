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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntry;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * W3C Baggage, and a header of its own for each listed key, as Micrometer has them. Takes
 * all in, up to the limits of the specification, and lets only listed keys out, to listed
 * hosts.
 */
final class BaggagePropagator implements TextMapPropagator {

	static final String HEADER = "baggage";

	static final int MAX_MEMBERS = 64;

	static final int MAX_BYTES = 8192;

	private final Set<String> allowed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

	private final List<String> fields;

	private final BaggagePolicy policy;

	private final boolean produced;

	/**
	 * Creates a propagator.
	 * @param policy what goes out
	 * @param produced whether the W3C header is written too
	 */
	BaggagePropagator(BaggagePolicy policy, boolean produced) {
		this.allowed.addAll(policy.keys());
		this.fields = List.copyOf(this.allowed);
		this.policy = policy;
		this.produced = produced;
	}

	@Override
	public Collection<String> fields() {
		List<String> fields = new ArrayList<>(this.allowed);
		fields.add(HEADER);
		return fields;
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		Baggage baggage = Baggage.fromContext(context);
		if (this.allowed.isEmpty() || baggage.isEmpty() || !this.policy.recipients().allows(carrier)) {
			return;
		}
		StringBuilder header = new StringBuilder();
		int[] members = new int[1];
		baggage.forEach((key, entry) -> {
			if (this.allowed.contains(key) && members[0] < MAX_MEMBERS && add(header, member(key, entry))) {
				members[0]++;
				if (BaggageSyntax.isPrintable(entry.getValue())) {
					setter.set(carrier, key, entry.getValue());
				}
			}
		});
		if (this.produced && !header.isEmpty()) {
			setter.set(carrier, HEADER, header.toString());
		}
	}

	private static boolean add(StringBuilder header, String member) {
		if (header.length() + 1 + member.length() > MAX_BYTES) {
			return false;
		}
		header.append((header.isEmpty()) ? "" : ",").append(member);
		return true;
	}

	private static String member(String key, BaggageEntry entry) {
		String metadata = entry.getMetadata().getValue();
		String properties = (metadata.isEmpty() || !BaggageSyntax.isPrintable(metadata)) ? "" : ";" + metadata;
		return key + "=" + BaggageSyntax.encode(entry.getValue()) + properties;
	}

	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		List<String> headers = Headers.all(carrier, getter, HEADER);
		BaggageBuilder baggage = (headers.isEmpty()) ? null : builder(context);
		if (baggage != null) {
			read(headers, baggage);
		}
		for (String field : this.fields) {
			String value = Headers.first(carrier, getter, field);
			if (value != null && value.length() <= MAX_BYTES) {
				baggage = (baggage != null) ? baggage : builder(context);
				baggage.put(field, value);
			}
		}
		Baggage read = (baggage != null) ? baggage.build() : Baggage.empty();
		return (read.isEmpty()) ? context : context.with(read);
	}

	private static BaggageBuilder builder(Context context) {
		return Baggage.fromContext(context).toBuilder();
	}

	private static void read(List<String> headers, BaggageBuilder baggage) {
		int members = 0;
		int bytes = 0;
		for (String header : headers) {
			for (String part : header.split(",")) {
				bytes += part.length() + 1;
				if (bytes - 1 > MAX_BYTES || members == MAX_MEMBERS) {
					return;
				}
				members += read(part, baggage) ? 1 : 0;
			}
		}
	}

	private static boolean read(String member, BaggageBuilder baggage) {
		int semicolon = member.indexOf(';');
		String pair = (semicolon >= 0) ? member.substring(0, semicolon) : member;
		int equals = pair.indexOf('=');
		String key = (equals > 0) ? Headers.trim(pair.substring(0, equals)) : "";
		String value = Headers.trim(pair.substring(equals + 1));
		if (!BaggageSyntax.isToken(key) || !BaggageSyntax.isValue(value)) {
			return false;
		}
		String properties = (semicolon >= 0) ? Headers.trim(member.substring(semicolon + 1)) : "";
		baggage.put(key, BaggageSyntax.decode(value), BaggageEntryMetadata.create(properties));
		return true;
	}

}
