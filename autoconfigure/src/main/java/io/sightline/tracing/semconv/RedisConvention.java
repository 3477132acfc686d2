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

import java.util.Map;
import java.util.Set;

import io.micrometer.observation.Observation;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;

/**
 * Spans of commands to Redis, of Lettuce's observations, which still have names that
 * OpenTelemetry has given up.
 */
final class RedisConvention implements SpanConvention {

	private static final String SYSTEM = "db.system";

	private static final String OPERATION = "db.operation";

	private static final KeyTranslation KEYS = new KeyTranslation(
			Map.<String, AttributeKey<?>>of(SYSTEM, SpanKeys.DB_SYSTEM, OPERATION, SpanKeys.DB_OPERATION,
					"db.statement", SpanKeys.DB_TEXT, "db.redis.database_index", SpanKeys.DB_NAMESPACE,
					"net.sock.peer.addr", SpanKeys.SERVER_ADDRESS, "net.sock.peer.port", SpanKeys.SERVER_PORT,
					"net.peer.name", SpanKeys.SERVER_ADDRESS, "net.peer.port", SpanKeys.SERVER_PORT),
			Set.of("net.transport", "db.user", "lettuce.command.error"));

	@Override
	public boolean applies(Observation.Context context) {
		return SpanConvention.has(context, SYSTEM) && SpanConvention.has(context, OPERATION);
	}

	@Override
	public void describe(Observation.Context context, Span span) {
		span.updateName(SpanConvention.value(context, OPERATION));
		KEYS.apply(context.getLowCardinalityKeyValues(), span);
		KEYS.apply(context.getHighCardinalityKeyValues(), span);
		SpanConvention.tagError(context, span);
	}

}
