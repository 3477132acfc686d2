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

package io.sightline.health;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * UP once the application is ready, and then for good: what a startup probe asks.
 */
public final class StartupStateHealthIndicator
		implements HealthIndicator, ProcessState, ApplicationListener<ApplicationReadyEvent> {

	private final ApplicationContext context;

	private volatile boolean started;

	/**
	 * Creates an indicator.
	 * @param context the context whose readiness counts, not that of its children
	 */
	public StartupStateHealthIndicator(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.started = true;
		}
	}

	@Override
	public Health health() {
		return this.started ? Health.up().build() : Health.outOfService().build();
	}

}
