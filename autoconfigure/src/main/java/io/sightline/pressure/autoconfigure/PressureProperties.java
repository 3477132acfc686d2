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

package io.sightline.pressure.autoconfigure;

import java.time.Duration;

import io.sightline.pressure.Limit;
import io.sightline.pressure.Recovery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * When telemetry leaves out detail.
 *
 * @param enabled Whether telemetry leaves out detail while the application is short of
 * memory, of processors, or of room for telemetry that waits.
 * @param interval How often is looked at what the application is short of.
 * @param recovery How long a load has to be below its lower limit until detail is told
 * again.
 * @param patience How long a load may stay between its limits until it is taken for what
 * the application needs at any time, and detail is told again.
 * @param heap Memory that lives long (the old generation), after a collection.
 * @param queue Queues of log events and spans.
 * @param cpu Processors that the process may use.
 */
@ConfigurationProperties("sightline.pressure")
record PressureProperties(@DefaultValue("true") boolean enabled, @DefaultValue("1s") Duration interval,
		@DefaultValue("10s") Duration recovery, @DefaultValue("1m") Duration patience, @DefaultValue Heap heap,
		@DefaultValue Queue queue, @DefaultValue Cpu cpu) {

	PressureProperties {
		positive("interval", interval);
		notNegative("recovery", recovery);
		notNegative("patience", patience);
	}

	Recovery over() {
		return new Recovery(this.recovery, this.patience);
	}

	private static void positive(String key, Duration duration) {
		if (duration.isZero() || duration.isNegative()) {
			throw invalid(key, duration, "It must be longer than nothing, such as '1s'.");
		}
	}

	private static void notNegative(String key, Duration duration) {
		if (duration.isNegative()) {
			throw invalid(key, duration, "It must not be negative; '0s' is at once.");
		}
	}

	private static Limit limit(String key, double enter, double leave, Duration after) {
		if (!(enter > 0 && enter <= 1)) {
			throw invalid(key + ".enter", enter,
					"A share is a number above 0 and up to 1, such as 0.85; with 1 it is never short.");
		}
		if (!(leave > 0 && leave <= enter)) {
			throw invalid(key + ".leave", leave,
					"It must be above 0 and not above 'sightline.pressure." + key + ".enter', which is " + enter + ".");
		}
		return new Limit(enter, leave, after);
	}

	private static InvalidConfigurationPropertyValueException invalid(String key, Object value, String reason) {
		return new InvalidConfigurationPropertyValueException("sightline.pressure." + key, value, reason);
	}

	/**
	 * Limits of memory.
	 *
	 * @param enter Share of the old generation above which memory is short, 1 for never.
	 * @param leave Share below which it is no longer.
	 */
	record Heap(@DefaultValue("0.85") double enter, @DefaultValue("0.75") double leave) {

		Limit limit() {
			return PressureProperties.limit("heap", this.enter, this.leave, Duration.ZERO);
		}

	}

	/**
	 * Limits of queues.
	 *
	 * @param enter Share of a queue above which its room is short, 1 for never.
	 * @param leave Share below which it is no longer.
	 */
	record Queue(@DefaultValue("0.6") double enter, @DefaultValue("0.3") double leave) {

		Limit limit() {
			return PressureProperties.limit("queue", this.enter, this.leave, Duration.ZERO);
		}

	}

	/**
	 * Limits of processors.
	 *
	 * @param enter Share of the processors above which they are short, 1 for never.
	 * @param leave Share below which they are no longer.
	 * @param after How long the share has to be above.
	 */
	record Cpu(@DefaultValue("0.95") double enter, @DefaultValue("0.8") double leave,
			@DefaultValue("30s") Duration after) {

		Limit limit() {
			notNegative("cpu.after", this.after);
			return PressureProperties.limit("cpu", this.enter, this.leave, this.after);
		}

	}

}
