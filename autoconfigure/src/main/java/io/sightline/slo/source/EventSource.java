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

package io.sightline.slo.source;

/**
 * What the events of an objective are.
 */
public enum EventSource {

	/**
	 * Requests that the application serves.
	 */
	SERVER,

	/**
	 * Requests that the application makes.
	 */
	CLIENT,

	/**
	 * Observations of a name.
	 */
	OBSERVATION,

	/**
	 * Requests that the application serves, as the events that sum them up tell: with
	 * whatever the application added.
	 */
	WIDE_EVENT,

	/**
	 * What a timer or counter has counted.
	 */
	METER

}
