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

/**
 * Adds to the event of every request when it is over, also where the log's level leaves
 * the event out. A bean; one that throws is skipped, and the event is written without its
 * part.
 */
@FunctionalInterface
public interface WideEventContributor {

	/**
	 * Adds to the event of a request.
	 * @param event the event
	 * @param request the request, which is over
	 */
	void contribute(WideEvent event, CompletedRequest request);

}
