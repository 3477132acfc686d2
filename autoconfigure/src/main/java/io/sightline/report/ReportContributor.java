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

package io.sightline.report;

import java.util.List;
import java.util.Map;

/**
 * Adds to the wiring report. Every bean of this type is asked whenever a report is made,
 * in order; one that throws is named in the report and spoils nothing else.
 */
public interface ReportContributor {

	/**
	 * The name of the section.
	 * @return a name in lower case that no other contributor has
	 */
	String section();

	/**
	 * What the section says. May be asked by several threads, and may take a moment.
	 * @return maps, lists, text, numbers and booleans; an empty map for no section
	 */
	default Object details() {
		return Map.of();
	}

	/**
	 * What the owner of the application should know. Also asked when the application has
	 * started, and must then be quick.
	 * @return the findings of now
	 */
	default List<Finding> findings() {
		return List.of();
	}

}
