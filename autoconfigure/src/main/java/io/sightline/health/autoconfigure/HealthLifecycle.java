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

package io.sightline.health.autoconfigure;

import java.util.Set;

import io.sightline.health.GuardedChecks;
import io.sightline.health.autoconfigure.ConfiguredChecks.Named;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/**
 * Starts the checks when all beans are there, so that results are, when the first probe
 * asks, and stops them once the server no longer answers.
 */
final class HealthLifecycle implements SmartInitializingSingleton, SmartLifecycle {

	/**
	 * Stops after the web server, which does so in the phases right below the highest.
	 */
	private static final int PHASE = Integer.MAX_VALUE - 4096;

	private final GuardedChecks checks;

	private final ConfiguredChecks configured;

	private final AllChecks all;

	private final Environment environment;

	private volatile boolean running;

	HealthLifecycle(GuardedChecks checks, ConfiguredChecks configured, AllChecks all, Environment environment) {
		this.checks = checks;
		this.configured = configured;
		this.all = all;
		this.environment = environment;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Set<String> names = this.all.names();
		for (Named named : this.configured.all()) {
			if (names.stream().noneMatch(named::covers) && !isSwitchedOff(named)) {
				throw InvalidHealthProperty.unknown(named.key(), "check", named.name(), names);
			}
		}
	}

	private boolean isSwitchedOff(Named named) {
		String root = ConfiguredChecks.uniform(named.name().split("/")[0]);
		boolean defaults = this.environment.getProperty("management.health.defaults.enabled", Boolean.class, true);
		return !this.environment.getProperty("management.health." + root + ".enabled", Boolean.class, defaults);
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.checks.close();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
