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

package io.sightline.benchmarks.requests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * What is asked for on the command line.
 *
 * @param rounds how often each service gets a window
 * @param warmUp requests that each service answers first
 * @param window how long a window is
 * @param jars where the services are
 * @param variants what is compared, always with the plain one
 */
record Settings(int rounds, long warmUp, Duration window, Path jars, List<Variant> variants) {

	private static final String USAGE = "[--rounds N] [--warm-up THOUSANDS] [--window SECONDS] [--jars DIRECTORY] "
			+ "[plain] [boot] [otel] [sightline]";

	static Settings of(String... arguments) {
		int rounds = 16;
		int warmUp = 90;
		int window = 4;
		Path jars = Path.of("benchmarks", "requests", "target");
		Set<Variant> variants = EnumSet.noneOf(Variant.class);
		Iterator<String> words = Arrays.asList(arguments).iterator();
		while (words.hasNext()) {
			String word = words.next();
			switch (word) {
				case "--rounds" -> rounds = number(word, words, 1);
				case "--warm-up" -> warmUp = number(word, words, 0);
				case "--window" -> window = number(word, words, 1);
				case "--jars" -> jars = Path.of(value(word, words));
				default -> variants.add(variant(word));
			}
		}
		if (variants.isEmpty()) {
			variants = EnumSet.allOf(Variant.class);
		}
		variants.add(Variant.PLAIN);
		return new Settings(rounds, warmUp * 1000L, Duration.ofSeconds(window), jars, List.copyOf(variants));
	}

	private static Variant variant(String word) {
		if (word.startsWith("-")) {
			throw new IllegalArgumentException("no option " + word + "; usage: " + USAGE);
		}
		return Variant.of(word);
	}

	private static int number(String option, Iterator<String> words, int least) {
		String value = value(option, words);
		try {
			int number = Integer.parseInt(value);
			if (number >= least) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// told below, with what is allowed
		}
		throw new IllegalArgumentException(option + " takes a number from " + least + ", not '" + value + "'");
	}

	private static String value(String option, Iterator<String> words) {
		if (!words.hasNext()) {
			throw new IllegalArgumentException(option + " needs a value; usage: " + USAGE);
		}
		return words.next();
	}

}
