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

package io.sightline.samples.common.chaos;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Faults that a service makes by itself, and whether a caller may ask for them.
 *
 * @param enabled Whether requests are delayed and failed as configured here
 * @param latency Delay of every request that matches
 * @param failureRate Share of the matching requests that fail, from 0 to 1
 * @param paths Ant patterns of the paths that are affected
 * @param headerEnabled Whether the header X-Chaos of a request is obeyed and passed on
 */
@ConfigurationProperties("sample.chaos")
record ChaosProperties(boolean enabled, @DefaultValue("0s") Duration latency, double failureRate,
		@DefaultValue("/**") List<String> paths, boolean headerEnabled) {

	ChaosProperties {
		Assert.isTrue(failureRate >= 0 && failureRate <= 1, "'sample.chaos.failure-rate' must be between 0 and 1");
		Assert.isTrue(!latency.isNegative(), "'sample.chaos.latency' must not be negative");
	}

}
