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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.sightline.health.CheckSettings;
import io.sightline.health.autoconfigure.HealthProperties.Check;
import org.jspecify.annotations.Nullable;

/**
 * The settings of every check: what is configured for its name, or for that of the
 * composite it is in, over what holds for checks of its kind.
 */
final class ConfiguredChecks implements Function<String, CheckSettings> {

	static final String DOWNSTREAM = "downstream";

	static final String TELEMETRY = "telemetry";

	static final String QUEUES = "queues";

	private static final Set<String> OF_THE_PROCESS = Set.of("memory");

	private static final Duration SLOW_DATABASE = Duration.ofSeconds(1);

	private static final Duration DOWNSTREAM_TIMEOUT = Duration.ofSeconds(2);

	private final Map<String, Named> configured = new LinkedHashMap<>();

	ConfiguredChecks(HealthProperties properties) {
		properties.checks().forEach((name, one) -> add("sightline.health.checks." + name, name, one));
		properties.downstream()
			.forEach(
					(name, one) -> add("sightline.health.downstream." + name, DOWNSTREAM + "/" + name, one.settings()));
	}

	private void add(String key, String name, Check settings) {
		InvalidHealthProperty.check(key, settings);
		this.configured.put(uniform(name), new Named(key, name, settings));
	}

	@Override
	public CheckSettings apply(String name) {
		CheckSettings defaults = defaults(name.split("/")[0]);
		Check one = find(name);
		if (one == null) {
			return defaults;
		}
		return new CheckSettings(or(one.critical(), defaults.critical()), or(one.timeout(), defaults.timeout()),
				or(one.cache(), defaults.cache()),
				(one.degradedAfter() != null) ? one.degradedAfter() : defaults.degradedAfter(),
				or(one.failureThreshold(), defaults.failureThreshold()),
				or(one.successThreshold(), defaults.successThreshold()));
	}

	/**
	 * Whether a check may look at more than the process: any does of which nobody says
	 * that it does not.
	 */
	boolean isExternal(String name) {
		Check one = find(name);
		return (one == null || one.external() == null) ? !OF_THE_PROCESS.contains(name) : one.external();
	}

	/**
	 * The members that are added to each group, by the name of the group.
	 */
	Map<String, Set<Named>> groups() {
		Map<String, Set<Named>> groups = new LinkedHashMap<>();
		for (Named named : this.configured.values()) {
			for (String group : named.settings().groups()) {
				groups.computeIfAbsent(group, (key) -> new LinkedHashSet<>()).add(named);
			}
		}
		return groups;
	}

	Iterable<Named> all() {
		return this.configured.values();
	}

	private @Nullable Check find(String name) {
		Named exact = this.configured.get(uniform(name));
		int slash = name.lastIndexOf('/');
		if (exact != null || slash < 0) {
			return (exact != null) ? exact.settings() : null;
		}
		return find(name.substring(0, slash));
	}

	private static CheckSettings defaults(String root) {
		CheckSettings base = CheckSettings.DEFAULT;
		return switch (root) {
			case "db" -> new CheckSettings(base.critical(), base.timeout(), base.cache(), SLOW_DATABASE,
					base.failureThreshold(), base.successThreshold());
			case DOWNSTREAM -> new CheckSettings(false, DOWNSTREAM_TIMEOUT, base.cache(), null, base.failureThreshold(),
					base.successThreshold());
			// A loss is over when it is told of: nothing confirms it.
			case TELEMETRY -> new CheckSettings(false, base.timeout(), base.cache(), null, 1, 1);
			case QUEUES -> new CheckSettings(false, base.timeout(), base.cache(), null, base.failureThreshold(),
					base.successThreshold());
			default -> base;
		};
	}

	/**
	 * A name without what relaxed binding is relaxed about.
	 */
	static String uniform(String name) {
		return name.replaceAll("[^A-Za-z0-9/]", "").toLowerCase(Locale.ROOT);
	}

	private static <T> T or(@Nullable T value, T other) {
		return (value != null) ? value : other;
	}

	/**
	 * What is configured for a check.
	 *
	 * @param key the key of its settings
	 * @param name its name as configured
	 * @param settings what is said
	 */
	record Named(String key, String name, Check settings) {

		boolean covers(String check) {
			String uniform = uniform(check);
			String own = uniform(this.name);
			return uniform.equals(own) || uniform.startsWith(own + "/");
		}

	}

}
