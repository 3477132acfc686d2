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

package io.sightline.diagnostics.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.sightline.diagnostics.Setting;
import io.sightline.diagnostics.autoconfigure.KeyCheck.SetKey;
import io.sightline.diagnostics.keys.KnownProperties;
import io.sightline.diagnostics.keys.KnownProperty;
import io.sightline.redaction.RedactionPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * What properties say, without secrets, and who says it.
 */
final class EffectiveSettings {

	static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("sightline");

	private static final String DEFAULTS = "sightlineDefaults";

	/**
	 * What makes the report possible is none of the application's settings.
	 */
	private static final String REPORT = ReportEnvironmentPostProcessor.SOURCE_NAME;

	/**
	 * Not a secret by its name, and yet with it a hash can be undone.
	 */
	private static final String SALT = "sightline.redaction.hash-salt";

	private static final Setting NONE = new Setting("", null, "");

	private final ConfigurableEnvironment environment;

	private final RedactionPolicy policy;

	EffectiveSettings(ConfigurableEnvironment environment, RedactionPolicy policy) {
		this.environment = environment;
		this.policy = policy;
	}

	/**
	 * Those of Sightline, with what they default to, and those of Boot that Sightline has
	 * a default for.
	 */
	List<Setting> all(KnownProperties known) {
		Map<ConfigurationPropertyName, Setting> settings = new TreeMap<>();
		for (KnownProperty property : known.byName().values()) {
			settings.put(ConfigurationPropertyName.of(property.name()), of(property.name(), property.defaultValue()));
		}
		names().filter((name) -> !settings.containsKey(name))
			.toList()
			.forEach((name) -> settings.put(name, of(name.toString(), null)));
		if (this.environment.getPropertySources().get(DEFAULTS) instanceof EnumerablePropertySource<?> defaults) {
			Stream.of(defaults.getPropertyNames())
				.map((name) -> ConfigurationPropertyName.adapt(name, '.'))
				.forEach((name) -> settings.put(name, of(name.toString(), null)));
		}
		return new ArrayList<>(settings.values());
	}

	/**
	 * The names below ours that somebody set.
	 */
	private Stream<ConfigurationPropertyName> names() {
		return sources().flatMap(EffectiveSettings::names);
	}

	private static Stream<ConfigurationPropertyName> names(ConfigurationPropertySource source) {
		return (source instanceof IterableConfigurationPropertySource iterable)
				? iterable.stream().filter(ROOT::isAncestorOf) : Stream.empty();
	}

	/**
	 * The keys below ours that somebody else set, wherever: one that is wrong is wrong
	 * even where another source has the last word.
	 */
	List<SetKey> keys() {
		return sources().filter((source) -> !DEFAULTS.equals(name(source)))
			.flatMap((source) -> names(source).map((name) -> key(name, source)))
			.toList();
	}

	private SetKey key(ConfigurationPropertyName name, ConfigurationPropertySource source) {
		Setting setting = set(name.toString(), source, source.getConfigurationProperty(name));
		return new SetKey(name, String.valueOf(setting.value()), setting.source(),
				source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource, name(source));
	}

	Setting of(String property, @Nullable String defaultValue) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
		return sources().map((source) -> set(property, source, source.getConfigurationProperty(name)))
			.filter((setting) -> !setting.equals(NONE))
			.findFirst()
			.orElseGet(() -> new Setting(property, masked(property, defaultValue), Setting.DEFAULT));
	}

	private Setting set(String property, ConfigurationPropertySource source, @Nullable ConfigurationProperty found) {
		if (found == null) {
			return NONE;
		}
		String value = this.environment.resolvePlaceholders(String.valueOf(found.getValue()));
		return new Setting(property, masked(property, value), describe(source, found.getOrigin()));
	}

	private Stream<ConfigurationPropertySource> sources() {
		Stream.Builder<ConfigurationPropertySource> sources = Stream.builder();
		for (ConfigurationPropertySource source : ConfigurationPropertySources
			.from(this.environment.getPropertySources())) {
			if (!REPORT.equals(name(source))) {
				sources.add(source);
			}
		}
		return sources.build();
	}

	private static String describe(ConfigurationPropertySource source, @Nullable Origin origin) {
		if (origin != null) {
			return origin.toString();
		}
		String name = name(source);
		return DEFAULTS.equals(name) ? "default of Sightline" : name;
	}

	private static String name(ConfigurationPropertySource source) {
		return (source.getUnderlyingSource() instanceof PropertySource<?> underlying) ? underlying.getName()
				: String.valueOf(source.getUnderlyingSource());
	}

	private @Nullable String masked(String property, @Nullable String value) {
		return (value != null) ? mask(property, value) : null;
	}

	/**
	 * A value without secrets, as it may be told.
	 */
	String mask(String property, String value) {
		if (SALT.equals(property)) {
			return RedactionPolicy.MASK;
		}
		Object masked = this.policy.value(property, value);
		return (masked != null) ? masked.toString() : RedactionPolicy.MASK;
	}

}
