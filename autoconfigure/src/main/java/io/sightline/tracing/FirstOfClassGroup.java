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
import java.util.Set;

import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry.ObservationConfig;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.handler.TracingObservationHandler;

import org.springframework.boot.micrometer.observation.autoconfigure.ObservationHandlerGroup;

/**
 * Registers the tracing handlers of a group of Boot's, all of which are known to decide
 * by the class of an observation, as one that remembers which of them is for a class. A
 * group with another handler in it stays Boot's.
 */
public final class FirstOfClassGroup implements ObservationHandlerGroup {

	private static final Set<Class<?>> MICROMETERS = Set.of(DefaultTracingObservationHandler.class,
			PropagatingSenderTracingObservationHandler.class, PropagatingReceiverTracingObservationHandler.class);

	private static final String OURS = "io.sightline.";

	private final ObservationHandlerGroup group;

	/**
	 * Creates a group.
	 * @param group the group of Boot
	 */
	public FirstOfClassGroup(ObservationHandlerGroup group) {
		this.group = group;
	}

	@Override
	public void registerMembers(ObservationConfig config, List<ObservationHandler<?>> members) {
		if (members.stream().allMatch(FirstOfClassGroup::isDecidingByClass)) {
			config.observationHandler(new FirstOfClassHandler(members));
		}
		else {
			this.group.registerMembers(config, members);
		}
	}

	private static boolean isDecidingByClass(ObservationHandler<?> handler) {
		return handler instanceof TracingObservationHandler
				&& (MICROMETERS.contains(handler.getClass()) || handler.getClass().getName().startsWith(OURS));
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
