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

package io.sightline.slo.rules;

import java.util.Map;
import java.util.Set;

/**
 * What rules need to know of an application.
 *
 * @param application the name of the service, on its meters as {@code application} and on
 * its scrape target as {@code service}
 * @param runbookUrl address of the runbooks
 * @param include alerts that are made only when asked for, by name
 * @param exclude alerts that are not made, by name
 */
public record RuleSettings(String application, String runbookUrl, Set<String> include, Set<String> exclude) {

	public RuleSettings {
		include = Set.copyOf(include);
		exclude = Set.copyOf(exclude);
	}

	/**
	 * Matches the meters of the application.
	 */
	String selector() {
		return "application=" + literal(this.application);
	}

	String runbook(String alert) {
		String base = this.runbookUrl.endsWith("/") ? this.runbookUrl : this.runbookUrl + "/";
		return base + alert + ".md";
	}

	Map<String, String> annotations(String alert, String summary, String description) {
		return Map.of("summary", summary, "description", description, "runbook_url", runbook(alert));
	}

	/**
	 * A string as PromQL writes it.
	 */
	static String literal(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
	}

}
