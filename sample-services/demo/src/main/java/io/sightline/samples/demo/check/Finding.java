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

package io.sightline.samples.demo.check;

import java.util.ArrayList;
import java.util.List;

/**
 * What a check found.
 *
 * @param name what must hold
 * @param problems what speaks against it
 */
public record Finding(String name, List<String> problems) {

	private static final int SHOWN = 5;

	public Finding {
		problems = List.copyOf(problems);
	}

	/**
	 * Return whether nothing speaks against it.
	 * @return whether the check passed
	 */
	public boolean isOk() {
		return this.problems.isEmpty();
	}

	/**
	 * Return the finding as lines for people.
	 * @return one line if it passed, else one more for each problem, up to a limit
	 */
	public List<String> lines() {
		if (isOk()) {
			return List.of("ok       " + this.name);
		}
		List<String> lines = new ArrayList<>();
		lines.add("MISSING  " + this.name);
		this.problems.stream().limit(SHOWN).forEach((problem) -> lines.add("         - " + problem));
		if (this.problems.size() > SHOWN) {
			lines.add("         - and " + (this.problems.size() - SHOWN) + " more");
		}
		return lines;
	}

}
