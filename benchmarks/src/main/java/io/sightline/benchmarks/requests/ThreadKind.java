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

/**
 * What a thread of a service is there for, told by the name that the system knows, which
 * is cut after 15 characters.
 */
enum ThreadKind {

	/**
	 * Compiles the service: at work for minutes after its start, and nothing that a
	 * request costs.
	 */
	COMPILER,

	/**
	 * Answers requests.
	 */
	REQUEST,

	/**
	 * Collects garbage, writes lines, exports spans and whatever else.
	 */
	OTHER;

	static ThreadKind of(String name) {
		if (name.startsWith("C1 Comp") || name.startsWith("C2 Comp")) {
			return COMPILER;
		}
		return name.startsWith("http-nio") ? REQUEST : OTHER;
	}

}
