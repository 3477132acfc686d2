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

package io.sightline.noise.autoconfigure;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is not worth telling.
 *
 * @param enabled Whether probes, the actuator and the listed paths are left out of
 * traces.
 * @param paths Paths to leave out beside the actuator and the probes, exact or ending in
 * "/**". Paths are as clients send them, context path included.
 * @param staticResources Whether static resources are left out too: files below the
 * patterns of resource handlers, and those that exist where a handler serves everything.
 */
@ConfigurationProperties("sightline.noise")
record NoiseProperties(@DefaultValue("true") boolean enabled, @DefaultValue("/favicon.ico") List<String> paths,
		@DefaultValue("true") boolean staticResources) {

	NoiseProperties {
		paths = List.copyOf(paths);
	}

}
