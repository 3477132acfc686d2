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

package io.sightline.request.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Events that sum up work other than requests, one each, by the logger
 * "sightline.request".
 *
 * @param scheduled Whether each run of a "@Scheduled" method is logged as one event.
 * @param messages Whether each message that a listener receives is logged as one event.
 * Needs the listener container's observations to be switched on, such as with
 * "spring.kafka.listener.observation-enabled".
 * @param async Whether each run of an "@Async" method is logged as one event.
 */
@ConfigurationProperties("sightline.work-events")
record WorkEventProperties(@DefaultValue Kind scheduled, @DefaultValue Kind messages, @DefaultValue Kind async) {

	/**
	 * A kind of work.
	 *
	 * @param enabled Whether work of this kind is logged as one event each.
	 */
	record Kind(@DefaultValue("false") boolean enabled) {

	}

}
