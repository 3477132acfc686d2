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

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.transport.SenderContext;
import io.sightline.redaction.RedactionPolicy;

/**
 * Takes user information and secret parameters out of the URLs of outgoing calls, before
 * any handler sees them at the end of the call.
 */
public final class UrlRedactionFilter implements ObservationFilter {

	private static final String URL = "http.url";

	private final RedactionPolicy policy;

	/**
	 * Creates a filter.
	 * @param policy tells what must not leave
	 */
	public UrlRedactionFilter(RedactionPolicy policy) {
		this.policy = policy;
	}

	@Override
	public Observation.Context map(Observation.Context context) {
		KeyValue url = (context instanceof SenderContext<?>) ? context.getHighCardinalityKeyValue(URL) : null;
		if (url != null) {
			context.addHighCardinalityKeyValue(KeyValue.of(URL, this.policy.url(url.getValue())));
		}
		return context;
	}

}
