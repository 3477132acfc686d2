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

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sightline.identity.ServiceIdentity;

/**
 * When this version was started, as {@code sightline.deployment.time}: a change of it
 * marks a deployment, and a new version beside it says which.
 */
public final class DeploymentMetrics implements MeterBinder {

	private final ServiceIdentity identity;

	/**
	 * Creates a binder.
	 * @param identity what is deployed
	 */
	public DeploymentMetrics(ServiceIdentity identity) {
		this.identity = identity;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		long start = ManagementFactory.getRuntimeMXBean().getStartTime();
		TimeGauge.builder("sightline.deployment.time", () -> start, TimeUnit.MILLISECONDS)
			.description("When this version was started, since 1970")
			.tag("version", this.identity.version())
			.tag("commit", this.identity.attributes().getOrDefault("vcs.ref.head.revision", "unknown"))
			.register(registry);
	}

}
