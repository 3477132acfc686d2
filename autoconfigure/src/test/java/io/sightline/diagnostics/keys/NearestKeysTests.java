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

package io.sightline.diagnostics.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeyTree} and {@link NearestKeys}.
 */
class NearestKeysTests {

	private static final ClassLoader LOADER = NearestKeysTests.class.getClassLoader();

	private static final KnownProperties KNOWN = KnownProperties.ofHouse(LOADER);

	private static final KeyTree TREE = new KeyTree(KNOWN, LOADER);

	private final NearestKeys nearest = new NearestKeys(TREE);

	@ParameterizedTest
	@MethodSource("keys")
	void everyKeyOfTheMetadataIsKnown(String key) {
		assertThat(TREE.knows(ConfigurationPropertyName.of(key), false)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("keys")
	void everyTypoIsNoticedAndItsKeySuggested(String key) {
		for (String typo : typos(key)) {
			ConfigurationPropertyName name = ConfigurationPropertyName.of(typo);
			if (!TREE.knows(name, false)) {
				assertThat(this.nearest.of(name)).as(typo).contains(key);
			}
			else {
				assertThat(KNOWN.byName().keySet()).as(typo)
					.anyMatch((known) -> ConfigurationPropertyName.of(known).equals(name)
							|| ConfigurationPropertyName.of(known).isAncestorOf(name));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("keys")
	void typosDoNotPassForKeys(String key) {
		assertThat(typos(key)).filteredOn((typo) -> !TREE.knows(ConfigurationPropertyName.of(typo), false))
			.hasSizeGreaterThan((key.length() - "sightline.".length()) / 2);
	}

	static Stream<String> keys() {
		return KNOWN.byName().keySet().stream();
	}

	/**
	 * At each letter in turn: it is dropped, doubled or replaced, or has changed places
	 * with the next. And a dot for a dash.
	 */
	private static Set<String> typos(String key) {
		Set<String> typos = new LinkedHashSet<>();
		int start = "sightline.".length();
		for (int i = start; i < key.length(); i++) {
			String head = key.substring(0, i);
			char letter = key.charAt(i);
			String tail = key.substring(i + 1);
			typos.add(switch ((i + key.length()) % 4) {
				case 0 -> head + tail;
				case 1 -> head + letter + letter + tail;
				case 2 -> head + ((letter == 'q') ? 'x' : 'q') + tail;
				default -> tail.isEmpty() ? head + letter + letter : head + tail.charAt(0) + letter + tail.substring(1);
			});
		}
		typos.add(key.substring(0, start) + key.substring(start).replaceFirst("-", "."));
		typos.remove(key);
		typos.removeIf((typo) -> !ConfigurationPropertyName.isValid(typo)
				|| ConfigurationPropertyName.of(typo).equals(ConfigurationPropertyName.of(key)));
		return typos;
	}

	@ParameterizedTest
	@CsvSource({ "sightline.health.checks.db.timeout", "sightline.health.checks.db.degraded-after",
			"sightline.health.downstream.payment.url", "sightline.slo.objectives.checkout.match.uri",
			"sightline.slo.objectives.checkout.bad.tags.status", "sightline.metrics.business.meters[0].name",
			"sightline.metrics.business.meters[1].tags[0]", "sightline.metrics.meter-buckets.http.server.requests",
			"sightline.metrics.meter-buckets[http.server.requests][0]", "sightline.logging.fields.add.a.b",
			"sightline.metrics.cardinality.meters[http.server.requests].series", "sightline.noise.paths[3]",
			"sightline.redaction.patterns.staff", "sightline.health.drainDelay", "sightline.health.draindelay" })
	void keysOfMapsAndListsAreKnown(String key) {
		assertThat(TREE.knows(ConfigurationPropertyName.adapt(key, '.'), false)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "sightline.health.checks.db.tiemout, sightline.health.checks.db.timeout",
			"sightline.slo.objectivs.checkout.target, sightline.slo.objectives.checkout.target",
			"sightline.slo.objectives.checkout.treshold, sightline.slo.objectives.checkout.threshold",
			"sightline.metrics.business.meters[1].descripton, sightline.metrics.business.meters[1].description",
			"sightline.drain-delay, sightline.health.drain-delay",
			"sightline.helth.drain.delay, " + "sightline.health.drain-delay" })
	void suggestsWhatWasMeant(String key, String meant) {
		assertThat(this.nearest.of(ConfigurationPropertyName.of(key))).contains(meant);
	}

	@Test
	void suggestsNothingForWhatIsLikeNothing() {
		ConfigurationPropertyName name = ConfigurationPropertyName.of("sightline.console.service.host");
		assertThat(this.nearest.of(name)).isEmpty();
		assertThat(TREE.siblings(name)).contains("health", "logging", "metrics");
	}

	@Test
	void emptyGroupHarmsNobody() {
		ConfigurationPropertyName group = ConfigurationPropertyName.of("sightline.metrics");
		assertThat(TREE.knows(group, true)).isTrue();
		assertThat(TREE.knows(group, false)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "sightline.health.drain.delay", "sightline.health.checks.db.degraded.after" })
	void environmentVariablesMayHaveAnUnderscoreForADash(String variable) {
		assertThat(this.nearest.hasWordsOf(ConfigurationPropertyName.of(variable))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "'', abc, 3", "abc, '', 3", "abc, abc, 0", "abc, acb, 1", "abc, abcd, 1", "abc, bc, 1", "abc, xbc, 1",
			"health, helath, 1", "kitten, sitting, 3" })
	void countsLetters(String one, String other, int distance) {
		assertThat(NearestKeys.distance(one, other)).isEqualTo(distance);
		assertThat(NearestKeys.distance(other, one)).isEqualTo(distance);
	}

	@Test
	void knowsKeysOfDeepTypesOnly() {
		List<String> keys = new ArrayList<>(Arrays.asList("sightline.redaction.patterns", "sightline.noise.paths"));
		assertThat(keys).allMatch((key) -> TREE.knows(ConfigurationPropertyName.of(key), false));
		assertThat(TREE.knows(ConfigurationPropertyName.of("sightline.noise.paths.first"), false)).isFalse();
	}

}
