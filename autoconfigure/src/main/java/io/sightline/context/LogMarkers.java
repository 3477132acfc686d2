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

package io.sightline.context;

import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * Markers that change how an event is delivered. They are here for features that log and
 * must not know how lines are delivered.
 */
public final class LogMarkers {

	/**
	 * An event that is delivered like an error, whatever its level.
	 */
	public static final Marker AUDIT = MarkerFactory.getMarker("AUDIT");

	private LogMarkers() {
	}

}
