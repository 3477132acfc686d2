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

package io.sightline.console.scrape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All targets that there are at the moment, each address once.
 */
final class Targets {

	private static final int MAX = 200;

	private final List<Target> configured;

	private final List<TargetFile> files;

	private volatile List<String> problems = List.of();

	Targets(ScrapeProperties properties) {
		this.configured = properties.targets()
			.entrySet()
			.stream()
			.map((entry) -> Target.of(entry.getKey(), entry.getValue()))
			.toList();
		this.files = properties.targetFiles().stream().map(TargetFile::new).toList();
	}

	/**
	 * Look at what there is now.
	 * @return the targets by their addresses
	 */
	Map<String, Target> now() {
		List<Target> all = new ArrayList<>(this.configured);
		this.files.forEach((file) -> all.addAll(file.targets()));
		Map<String, Target> targets = new LinkedHashMap<>();
		all.forEach((target) -> targets.putIfAbsent(target.instance(), target));
		List<String> found = new ArrayList<>(
				this.files.stream().map(TargetFile::problem).filter(Objects::nonNull).toList());
		if (targets.size() > MAX) {
			found.add((targets.size() - MAX) + " targets are left out: " + MAX + " are asked at most");
			List.copyOf(targets.keySet()).stream().skip(MAX).forEach(targets::remove);
		}
		this.problems = List.copyOf(found);
		return targets;
	}

	List<String> problems() {
		return this.problems;
	}

}
