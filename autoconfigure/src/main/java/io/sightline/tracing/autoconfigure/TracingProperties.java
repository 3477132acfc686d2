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

package io.sightline.tracing.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tracing on top of Boot's.
 *
 * @param enabled Whether Sightline adds to Boot's tracing. Boot's own tracing is
 * untouched when switched off.
 * @param async How context reaches other threads.
 */
@ConfigurationProperties("sightline.tracing")
record TracingProperties(@DefaultValue("true") boolean enabled, @DefaultValue Async async) {

	/**
	 * How context reaches other threads.
	 *
	 * @param enabled Whether trace and request context reach "@Async" methods and the
	 * tasks of executors and schedulers that are beans.
	 */
	record Async(@DefaultValue("true") boolean enabled) {

	}

}
