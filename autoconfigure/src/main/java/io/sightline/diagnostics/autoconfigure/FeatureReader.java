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

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.sightline.diagnostics.Feature;
import io.sightline.diagnostics.Feature.Part;
import io.sightline.diagnostics.Feature.Reason;
import io.sightline.diagnostics.Setting;
import io.sightline.diagnostics.autoconfigure.KeyCheck.SetKey;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport.ConditionAndOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport.ConditionAndOutcomes;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * Reads from Boot's account of its conditions what of Sightline is on, and why not.
 */
final class FeatureReader {

	private static final String HOUSE = "io.sightline.";

	private static final String GLUE = ".autoconfigure";

	private static final String MANAGEMENT = "org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration";

	private final ConditionEvaluationReport conditions;

	private final EffectiveSettings settings;

	private final ClassLoader loader;

	private final MetadataReaderFactory metadata;

	FeatureReader(ConfigurableListableBeanFactory beans, EffectiveSettings settings, ClassLoader loader) {
		this.conditions = ConditionEvaluationReport.get(beans);
		this.settings = settings;
		this.loader = loader;
		this.metadata = MetadataReaderFactory.create(loader);
	}

	List<Feature> read() {
		SortedMap<String, List<String>> byPackage = new TreeMap<>();
		candidates()
			.forEach((name) -> byPackage.computeIfAbsent(ClassUtils.getPackageName(name), (key) -> new ArrayList<>())
				.add(name));
		List<Feature> features = new ArrayList<>();
		byPackage.forEach((home, classes) -> features.add(feature(home, classes)));
		return features;
	}

	private Feature feature(String home, List<String> classes) {
		Map<String, Part> parts = new TreeMap<>();
		classes.forEach((name) -> parts.put(name, unconditional(home, name)));
		this.conditions.getConditionAndOutcomesBySource().forEach((source, outcomes) -> {
			if (home.equals(packageName(source)) && !this.conditions.getExclusions().contains(source)) {
				parts.put(source, part(home, source, outcomes));
			}
		});
		boolean on = classes.stream().map(parts::get).anyMatch((part) -> part != null && part.on());
		return new Feature(name(home), on, switches(classes), List.copyOf(parts.values()));
	}

	/**
	 * Switches that somebody set to on, and that do nothing for want of a library.
	 */
	List<KeyProblem> missing(List<SetKey> keys) {
		List<SetKey> asked = SetKey.effective(keys).stream().filter(FeatureReader::asksForFeature).toList();
		if (asked.isEmpty()) {
			return List.of();
		}
		Map<ConfigurationPropertyName, List<String>> switched = new HashMap<>();
		candidates().forEach((name) -> keys(name)
			.forEach((key) -> switched.computeIfAbsent(ConfigurationPropertyName.of(key), (each) -> new ArrayList<>())
				.add(name)));
		List<KeyProblem> problems = new ArrayList<>();
		for (SetKey key : asked) {
			lacking(switched.getOrDefault(key.name(), List.of()))
				.ifPresent((reason) -> problems.add(KeyProblem.missingLibrary(key, reason)));
		}
		return problems;
	}

	private static boolean asksForFeature(SetKey key) {
		return key.isOn() && key.name().getNumberOfElements() > 2 && Contradictions.isSwitch(key.name());
	}

	/**
	 * The library without which none of them is on.
	 */
	private Optional<String> lacking(List<String> classes) {
		List<Part> parts = this.conditions.getConditionAndOutcomesBySource()
			.entrySet()
			.stream()
			.filter((entry) -> classes.contains(entry.getKey()))
			.map((entry) -> part(ClassUtils.getPackageName(entry.getKey()), entry.getKey(), entry.getValue()))
			.toList();
		if (parts.isEmpty() || parts.stream().anyMatch(Part::on)) {
			return Optional.empty();
		}
		return parts.stream()
			.flatMap((part) -> part.reasons().stream())
			.filter((reason) -> "class".equals(reason.kind()))
			.map(Reason::text)
			.findFirst();
	}

	private List<String> candidates() {
		List<String> candidates = new ArrayList<>(candidates(AutoConfiguration.class));
		if (ClassUtils.isPresent(MANAGEMENT, this.loader)) {
			candidates.addAll(candidates(ManagementContextConfiguration.class));
		}
		return candidates;
	}

	private List<String> candidates(Class<?> annotation) {
		return ImportCandidates.load(annotation, this.loader)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith(HOUSE))
			.toList();
	}

	private static String packageName(String source) {
		int method = source.indexOf('#');
		return ClassUtils.getPackageName((method > 0) ? source.substring(0, method) : source);
	}

	private static String name(String home) {
		String name = home.substring(HOUSE.length());
		return name.endsWith(GLUE) ? name.substring(0, name.length() - GLUE.length()) : name;
	}

	private Part unconditional(String home, String name) {
		String label = name.substring(home.length() + 1);
		if (this.conditions.getExclusions().contains(name)) {
			return new Part(label, false, List
				.of(new Reason("exclusion", "excluded by spring.autoconfigure.exclude or an annotation's 'exclude'")));
		}
		boolean on = this.conditions.getUnconditionalClasses().contains(name);
		return new Part(label, on, on ? List.of() : List.of(new Reason("other", "not loaded")));
	}

	private static Part part(String home, String source, ConditionAndOutcomes outcomes) {
		List<Reason> reasons = outcomes.stream()
			.filter((outcome) -> !outcome.getOutcome().isMatch())
			.map(FeatureReader::reason)
			.toList();
		return new Part(source.substring(home.length() + 1), reasons.isEmpty(), reasons);
	}

	private static Reason reason(ConditionAndOutcome outcome) {
		String condition = ClassUtils.getShortName(outcome.getCondition().getClass());
		String kind = switch (condition) {
			case "OnPropertyCondition" -> "property";
			case "OnClassCondition" -> "class";
			case "OnBeanCondition" -> "bean";
			default -> "other";
		};
		return new Reason(kind, String.valueOf(outcome.getOutcome().getMessage()));
	}

	private List<Setting> switches(Collection<String> classes) {
		Set<String> keys = new LinkedHashSet<>();
		classes.forEach((name) -> keys.addAll(keys(name)));
		return keys.stream().map((key) -> this.settings.of(key, "true")).toList();
	}

	private List<String> keys(String className) {
		try {
			return this.metadata.getMetadataReader(className)
				.getAnnotationMetadata()
				.getMergedRepeatableAnnotationAttributes(ConditionalOnBooleanProperty.class,
						ConditionalOnBooleanProperties.class, false)
				.stream()
				.flatMap(FeatureReader::keys)
				.toList();
		}
		catch (IOException ex) {
			// A native image has no class files.
			return List.of();
		}
	}

	private static Stream<String> keys(AnnotationAttributes annotation) {
		String prefix = annotation.getString("prefix");
		return Stream.of(annotation.getStringArray("name"), annotation.getStringArray("value"))
			.flatMap(Stream::of)
			.distinct()
			.map((name) -> prefix.isEmpty() ? name : prefix + "." + name);
	}

}
