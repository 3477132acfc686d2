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

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import io.sightline.health.Thresholds;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Health on top of Boot's.
 *
 * @param enabled Whether Sightline adds to Boot's health. Boot's own health is untouched
 * when switched off.
 * @param answerTimeout Time after the start of a check within which the endpoint may wait
 * for its first result.
 * @param threads Number of checks that can run at a time.
 * @param drainDelay Time between readiness being turned off and the server being stopped
 * at shutdown. Must be shorter than "spring.lifecycle.timeout-per-shutdown-phase".
 * @param checks Settings of checks by the name of their component: "critical", "timeout",
 * "cache", "degraded-after", "failure-threshold", "success-threshold", "groups" and
 * "external".
 * @param downstream Services that the application calls, by name: "url", and the settings
 * of a check.
 * @param memory Thresholds of the heap that is still in use after a garbage collection.
 * @param disk Thresholds of the disk space in use.
 * @param queues Thresholds of the fill of queues.
 */
@ConfigurationProperties(prefix = "sightline.health", ignoreUnknownFields = false)
record HealthProperties(@DefaultValue("true") boolean enabled, @DefaultValue("2s") Duration answerTimeout,
		@DefaultValue("16") int threads, @DefaultValue("0s") Duration drainDelay,
		@DefaultValue Map<String, Check> checks, @DefaultValue Map<String, Downstream> downstream,
		@DefaultValue Memory memory, @DefaultValue Disk disk, @DefaultValue Queues queues) {

	/**
	 * Settings of one check.
	 *
	 * @param critical whether its failure takes the application down
	 * @param timeout how long a run may take
	 * @param cache how long a result is served
	 * @param degradedAfter from which duration on it is degraded
	 * @param failureThreshold how many worse results change the status
	 * @param successThreshold how many better results change the status
	 * @param groups the groups it is added to
	 * @param external whether it looks at anything but the process
	 */
	record Check(@Nullable Boolean critical, @Nullable Duration timeout, @Nullable Duration cache,
			@Nullable Duration degradedAfter, @Nullable Integer failureThreshold, @Nullable Integer successThreshold,
			@DefaultValue Set<String> groups, @Nullable Boolean external) {

	}

	/**
	 * A service that the application calls.
	 *
	 * @param url where it is asked
	 * @param critical whether its failure takes the application down
	 * @param timeout how long an answer may take
	 * @param cache how long a result is served
	 * @param degradedAfter from which duration on it is degraded
	 * @param failureThreshold how many worse results change the status
	 * @param successThreshold how many better results change the status
	 * @param groups the groups it is added to
	 */
	record Downstream(@Nullable String url, @Nullable Boolean critical, @Nullable Duration timeout,
			@Nullable Duration cache, @Nullable Duration degradedAfter, @Nullable Integer failureThreshold,
			@Nullable Integer successThreshold, @DefaultValue Set<String> groups) {

		Check settings() {
			return new Check(this.critical, this.timeout, this.cache, this.degradedAfter, this.failureThreshold,
					this.successThreshold, this.groups, true);
		}

	}

	/**
	 * Memory.
	 *
	 * @param degradedAt Percentage of the heap in use after a garbage collection from
	 * which on it is degraded.
	 * @param downAt Percentage of the heap in use after a garbage collection from which
	 * on it is down.
	 */
	record Memory(@DefaultValue("80") double degradedAt, @DefaultValue("90") double downAt) {

		Thresholds thresholds() {
			return new Thresholds(this.degradedAt, this.downAt);
		}

	}

	/**
	 * Disk.
	 *
	 * @param degradedAt Percentage of the disk in use from which on it is degraded.
	 * @param downAt Percentage of the disk in use from which on it is down.
	 */
	record Disk(@DefaultValue("85") double degradedAt, @DefaultValue("95") double downAt) {

		Thresholds thresholds() {
			return new Thresholds(this.degradedAt, this.downAt);
		}

	}

	/**
	 * Queues.
	 *
	 * @param degradedAt Percentage of the capacity of a queue from which on it is
	 * degraded.
	 * @param downAt Percentage of the capacity of a queue from which on it is down.
	 */
	record Queues(@DefaultValue("80") double degradedAt, @DefaultValue("100") double downAt) {

		Thresholds thresholds() {
			return new Thresholds(this.degradedAt, this.downAt);
		}

	}

}
