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

package io.sightline.request;

import io.sightline.context.WorkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes one event for each unit of work that is no request, when it is over: at INFO, or
 * at ERROR if it failed. It has the fields that the event of a request has, as far as
 * they apply, and {@code work_name}.
 */
public final class WorkEventLog {

	private static final Logger EVENTS = LoggerFactory.getLogger(WideEventLog.LOGGER);

	private static final Logger LOG = LoggerFactory.getLogger(WorkEventLog.class);

	/**
	 * Writes the event. Never throws.
	 * @param work the work, which is over
	 * @param name what was done, such as the class and the method
	 */
	public void ended(WorkContext work, String name) {
		long nanos = work.elapsedNanos();
		Throwable error = work.error();
		try (WorkContext.Scope scope = work.open()) {
			new WideEventFields(EVENTS.atLevel((error != null) ? Level.ERROR : Level.INFO))
				.add("event_type", work.type())
				.add("work_name", name)
				.add("outcome", (error != null) ? "ERROR" : "SUCCESS")
				.add("duration_ms", WideEventFields.millis(nanos))
				.error(error)
				.counters(work.wideEvent().counters())
				.attributes(work.wideEvent())
				.log(name);
		}
		catch (Exception | StackOverflowError ex) {
			LOG.debug("Unable to write the event of {}", name, ex);
		}
	}

}
