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

import java.util.ArrayDeque;
import java.util.Deque;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be undone, last thing first, when an order fails half-way. A step that
 * cannot be undone does not keep the others from being undone.
 */
final class Compensation {

	private static final Logger log = LoggerFactory.getLogger(Compensation.class);

	private final Deque<Step> steps = new ArrayDeque<>();

	void onFailure(String what, Runnable undo) {
		this.steps.push(new Step(what, undo));
	}

	void run() {
		for (Step step : this.steps) {
			try {
				step.undo().run();
				log.info("Undone: {}", step.what());
			}
			catch (RuntimeException ex) {
				log.error("Not undone: {}", step.what(), ex);
			}
		}
		this.steps.clear();
	}

	private record Step(String what, Runnable undo) {

	}

}
