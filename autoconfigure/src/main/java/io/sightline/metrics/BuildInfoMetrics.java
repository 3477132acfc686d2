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

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sightline.identity.ServiceIdentity;

/**
 * The info gauge {@code sightline.build.info}: what is deployed, always 1.
 */
public final class BuildInfoMetrics implements MeterBinder {

	private final ServiceIdentity identity;

	private final String bootVersion;

	/**
	 * Creates a binder.
	 * @param identity what is deployed
	 * @param bootVersion the version of Spring Boot
	 */
	public BuildInfoMetrics(ServiceIdentity identity, String bootVersion) {
		this.identity = identity;
		this.bootVersion = bootVersion;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("sightline.build.info", () -> 1)
			.description("What is deployed; always 1")
			.tag("version", this.identity.version())
			.tag("commit", this.identity.attributes().getOrDefault("vcs.ref.head.revision", "unknown"))
			.tag("spring_boot", this.bootVersion)
			.tag("java", System.getProperty("java.version", "unknown"))
			.register(registry);
	}

}
