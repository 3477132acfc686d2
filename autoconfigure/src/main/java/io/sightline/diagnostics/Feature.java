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

package io.sightline.diagnostics;

import java.util.List;

/**
 * A feature, and why it is on or off.
 *
 * @param name the name of the feature
 * @param on whether any of it is on
 * @param switches the properties that switch it, with what they say
 * @param parts what it is made of
 */
public record Feature(String name, boolean on, List<Setting> switches, List<Part> parts) {

	/**
	 * A part of a feature: an auto-configuration, a configuration in it, or a bean.
	 *
	 * @param name the name of the class, and the method of a bean
	 * @param on whether it is there
	 * @param reasons why not
	 */
	public record Part(String name, boolean on, List<Reason> reasons) {

	}

	/**
	 * Why a part is off.
	 *
	 * @param kind what decided: {@code property}, {@code class}, {@code bean},
	 * {@code exclusion} or {@code other}
	 * @param text the condition that did not hold, in Boot's words
	 */
	public record Reason(String kind, String text) {

	}

}
