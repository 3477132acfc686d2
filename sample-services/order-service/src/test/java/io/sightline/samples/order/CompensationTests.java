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

package io.sightline.samples.order;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CompensationTests {

	private final List<String> undone = new ArrayList<>();

	private final Compensation compensation = new Compensation();

	@Test
	void undoesLastStepFirst() {
		this.compensation.onFailure("a", () -> this.undone.add("a"));
		this.compensation.onFailure("b", () -> this.undone.add("b"));
		this.compensation.run();
		assertThat(this.undone).containsExactly("b", "a");
	}

	@Test
	void goesOnWhenOneStepCannotBeUndone() {
		this.compensation.onFailure("a", () -> this.undone.add("a"));
		this.compensation.onFailure("b", () -> {
			throw new IllegalStateException("not today");
		});
		this.compensation.run();
		assertThat(this.undone).containsExactly("a");
	}

	@Test
	void undoesEachStepOnce() {
		this.compensation.onFailure("a", () -> this.undone.add("a"));
		this.compensation.run();
		this.compensation.run();
		assertThat(this.undone).containsExactly("a");
	}

}
