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

package io.sightline.metrics.cardinality;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation.Context;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.ObservationRegistryCompatibilityKit;

/**
 * Micrometer's own expectations of observations, each counted within
 * {@link HouseFilters}. The kit compares whole contexts: Micrometer's own handler fails
 * it by what it leaves in them.
 */
class LimitedObservationTests extends ObservationRegistryCompatibilityKit {

	@Override
	public ObservationRegistry registry() {
		SimpleMeterRegistry meters = HouseFilters.addTo(new SimpleMeterRegistry());
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new CountingHandler(meters));
		return registry;
	}

	private record CountingHandler(MeterRegistry meters) implements ObservationHandler<Context> {

		@Override
		public void onStop(Context context) {
			Tags tags = Tags.empty();
			for (var keyValue : context.getLowCardinalityKeyValues()) {
				tags = tags.and(keyValue.getKey(), keyValue.getValue());
			}
			this.meters.counter(String.valueOf(context.getName()), tags).increment();
		}

		@Override
		public boolean supportsContext(Context context) {
			return true;
		}

	}

}
