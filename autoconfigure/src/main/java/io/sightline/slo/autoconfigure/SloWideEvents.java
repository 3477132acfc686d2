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

package io.sightline.slo.autoconfigure;

import java.util.Map;
import java.util.Objects;

import io.sightline.context.CompletedRequest;
import io.sightline.context.WideEvent;
import io.sightline.context.WideEventContributor;
import io.sightline.slo.source.RequestObjectives;
import org.jspecify.annotations.Nullable;

/**
 * Says in the event of a request for which objectives it was good, and counts it for
 * those that are about such events. Noise and synthetic requests are for none.
 */
final class SloWideEvents implements WideEventContributor {

	static final String FIELD = "slo_good.";

	private final RequestObjectives objectives;

	SloWideEvents(RequestObjectives objectives) {
		this.objectives = objectives;
	}

	@Override
	public void contribute(WideEvent event, CompletedRequest request) {
		if (this.objectives.isEmpty() || request.context().isNoise() || request.context().isSynthetic()) {
			return;
		}
		Map<String, Object> added = event.attributes();
		Throwable error = request.error();
		this.objectives.judge((name) -> value(name, request, added),
				(error != null) ? error.getClass().getSimpleName() : null, request.duration().toNanos(),
				(objective, good) -> event.put(FIELD + objective, good));
	}

	private static @Nullable String value(String name, CompletedRequest request, Map<String, Object> added) {
		return switch (name) {
			case "status", "status_code" -> String.valueOf(request.status());
			case "outcome" -> request.outcome();
			case "method", "http_method" -> request.context().method();
			case "uri", "http_route" -> request.context().route();
			default -> Objects.toString(added.get(name), null);
		};
	}

}
