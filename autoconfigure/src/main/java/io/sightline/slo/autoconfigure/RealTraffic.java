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

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationView;
import io.micrometer.observation.transport.ReceiverContext;
import io.sightline.context.RequestContext;
import io.sightline.noise.NoisePolicy;
import io.sightline.slo.source.TrafficFilter;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out noise and synthetic traffic, and what a service does because of either.
 */
final class RealTraffic implements TrafficFilter {

	private final @Nullable NoisePolicy noise;

	private final String syntheticHeader;

	RealTraffic(@Nullable NoisePolicy noise, String syntheticHeader) {
		this.noise = noise;
		this.syntheticHeader = syntheticHeader;
	}

	@Override
	public boolean counts(Observation.Context context) {
		if (this.noise != null && isNoise(this.noise, context)) {
			return false;
		}
		Observation.ContextView current = context;
		while (current != null) {
			if (current instanceof ReceiverContext<?> receiver) {
				return !isSynthetic(receiver);
			}
			ObservationView parent = current.getParentObservation();
			current = (parent != null) ? parent.getContextView() : null;
		}
		return true;
	}

	private static boolean isNoise(NoisePolicy noise, Observation.Context context) {
		if (context instanceof ReceiverContext<?>) {
			KeyValue path = context.getHighCardinalityKeyValue("http.url");
			KeyValue route = context.getLowCardinalityKeyValue("uri");
			return (path != null && noise.isNoise(path.getValue()))
					|| (route != null && noise.isNoise(route.getValue()));
		}
		RequestContext request = RequestContext.current();
		return request != null && noise.isNoise(request.path());
	}

	private <C> boolean isSynthetic(ReceiverContext<C> receiver) {
		C carrier = receiver.getCarrier();
		return carrier != null && "true".equalsIgnoreCase(receiver.getGetter().get(carrier, this.syntheticHeader));
	}

}
