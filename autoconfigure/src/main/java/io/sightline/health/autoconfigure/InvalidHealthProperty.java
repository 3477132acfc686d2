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

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Collection;

import io.sightline.health.Thresholds;
import io.sightline.health.autoconfigure.HealthProperties.Check;
import io.sightline.health.autoconfigure.HealthProperties.Downstream;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Refuses values that make no sense, and says which, where and what would.
 */
final class InvalidHealthProperty {

	static final String PHASE_TIMEOUT = "spring.lifecycle.timeout-per-shutdown-phase";

	private static final Duration LONGEST_DOWNSTREAM = Duration.ofSeconds(5);

	private InvalidHealthProperty() {
	}

	static void check(HealthProperties properties) {
		positive("sightline.health.answer-timeout", properties.answerTimeout());
		atLeastOne("sightline.health.threads", properties.threads());
		if (properties.drainDelay().isNegative()) {
			throw invalid("sightline.health.drain-delay", text(properties.drainDelay()), "It must not be negative.");
		}
		check("sightline.health.memory", properties.memory().thresholds());
		check("sightline.health.disk", properties.disk().thresholds());
		check("sightline.health.queues", properties.queues().thresholds());
		properties.downstream().forEach((name, downstream) -> check("sightline.health.downstream." + name, downstream));
	}

	static void checkDrainDelay(Duration delay, Duration phase) {
		if (delay.compareTo(phase) >= 0) {
			throw invalid("sightline.health.drain-delay", text(delay),
					"It must be shorter than '%s', which is '%s': the shutdown would go on without waiting for it."
						.formatted(PHASE_TIMEOUT, text(phase)));
		}
	}

	static void check(String key, Check settings) {
		positive(key + ".timeout", settings.timeout());
		positive(key + ".cache", settings.cache());
		positive(key + ".degraded-after", settings.degradedAfter());
		atLeastOne(key + ".failure-threshold", settings.failureThreshold());
		atLeastOne(key + ".success-threshold", settings.successThreshold());
	}

	private static void check(String key, Downstream downstream) {
		String url = downstream.url();
		if (url == null || !isHttp(url)) {
			throw invalid(key + ".url", String.valueOf(url),
					"It must be an absolute URL of the scheme http or https, such as 'http://payment:8080'.");
		}
		if (downstream.timeout() != null && downstream.timeout().compareTo(LONGEST_DOWNSTREAM) > 0) {
			throw invalid(key + ".timeout", text(downstream.timeout()),
					"It must be at most 5s: a service that takes longer is of no use.");
		}
	}

	private static void check(String key, Thresholds thresholds) {
		double degraded = thresholds.degradedAt();
		double down = thresholds.downAt();
		if (!(degraded > 0 && degraded <= down && down <= 100)) {
			throw new FailureAnalyzedException(
					"Properties '%s.degraded-at' and '%s.down-at' have the values '%s' and '%s'. They must be percentages, the first not above the second."
						.formatted(key, key, degraded, down),
					"Correct the values, or remove them for the defaults.");
		}
	}

	private static boolean isHttp(String url) {
		try {
			URI uri = new URI(url);
			return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	private static void positive(String key, @Nullable Duration value) {
		if (value != null && (value.isZero() || value.isNegative())) {
			throw invalid(key, text(value), "It must be more than zero.");
		}
	}

	private static void atLeastOne(String key, @Nullable Integer value) {
		if (value != null && value < 1) {
			throw invalid(key, value.toString(), "It must be at least 1.");
		}
	}

	static FailureAnalyzedException unknown(String key, String what, String value, Collection<String> known) {
		return new FailureAnalyzedException("'%s' names the %s '%s', which does not exist.".formatted(key, what, value),
				"Correct the name or remove it. What exists: %s.".formatted(String.join(", ", known)));
	}

	private static FailureAnalyzedException invalid(String key, String value, String rule) {
		return new FailureAnalyzedException("Property '%s' has the value '%s'. %s".formatted(key, value, rule),
				"Correct the value, or remove the property for its default.");
	}

	private static String text(Duration duration) {
		return DurationStyle.SIMPLE.print(duration);
	}

}
