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

package io.sightline.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.micrometer.core.instrument.observation.MeterObservationHandler;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry.ObservationConfig;
import io.micrometer.tracing.Tracer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationHandlerGroup;

/**
 * Boot's group of the handlers of spans and meters, with a scope around the recording of
 * a meter only where an exemplar can come of it. Goes by Boot's group where meters are
 * recorded by a handler that may use the current span for something else.
 */
public final class SampledScopeGroup implements ObservationHandlerGroup {

	private final ObservationHandlerGroup group;

	private final ObjectProvider<Tracer> tracers;

	private final BooleanSupplier onlyExemplars;

	/**
	 * Creates a group.
	 * @param group the group of Boot
	 * @param tracers makes spans current
	 * @param onlyExemplars whether the current span is asked for by nobody but exemplars
	 * of sampled traces; asked when handlers are registered
	 */
	public SampledScopeGroup(ObservationHandlerGroup group, ObjectProvider<Tracer> tracers,
			BooleanSupplier onlyExemplars) {
		this.group = group;
		this.tracers = tracers;
		this.onlyExemplars = onlyExemplars;
	}

	@Override
	public void registerMembers(ObservationConfig config, List<ObservationHandler<?>> members) {
		List<ObservationHandler<?>> meters = members.stream()
			.filter(MeterObservationHandler.class::isInstance)
			.toList();
		Tracer tracer = this.tracers.getIfUnique();
		if (tracer == null || meters.size() != 1 || !(meters.get(0) instanceof CachedTimerObservationHandler timers)
				|| !this.onlyExemplars.getAsBoolean()) {
			this.group.registerMembers(config, members);
			return;
		}
		List<ObservationHandler<?>> others = new ArrayList<>(members);
		others.remove(timers);
		this.group.registerMembers(config, others);
		config.observationHandler(new SampledScopeMeterHandler(timers, tracer));
	}

	@Override
	public boolean isMember(ObservationHandler<?> handler) {
		return this.group.isMember(handler);
	}

	@Override
	public int compareTo(ObservationHandlerGroup other) {
		return this.group.compareTo(other);
	}

	@Override
	public Class<?> handlerType() {
		return this.group.handlerType();
	}

}
