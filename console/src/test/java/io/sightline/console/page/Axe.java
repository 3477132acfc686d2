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

package io.sightline.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Looks for what keeps people from using a page. Of a long table its first rows are
 * looked at: the others are like them.
 */
final class Axe {

	private static final String RUN = """
			const done = arguments[arguments.length - 1];
			const others = [['tbody tr:nth-child(n+9)'], ['[role=row]:nth-child(n+25)']];
			axe.run({ exclude: others }, { preload: false, resultTypes: ['violations'], RULES }).then((result) => done(result.violations
				.filter((one) => one.impact === 'serious' || one.impact === 'critical')
				.map((one) => one.id + ': ' + one.nodes.map((node) => node.target + ' ' + node.failureSummary).join(' | '))
				.join('\\n')), (problem) => done('axe failed: ' + problem));""";

	private final String source;

	Axe() throws IOException {
		try (InputStream in = Axe.class.getResourceAsStream("/axe/axe.min.js")) {
			this.source = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/**
	 * Look at the page that is open.
	 * @param browser the browser
	 * @return serious and critical findings, empty if there are none
	 */
	String findings(Browser browser) {
		return findings(browser, "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']");
	}

	/**
	 * Look at the colours of the page that is open: nothing else depends on the theme.
	 * @param browser the browser
	 * @return serious and critical findings, empty if there are none
	 */
	String findingsOfColours(Browser browser) {
		return findings(browser, "runOnly: ['color-contrast', 'link-in-text-block']");
	}

	private String findings(Browser browser, String rules) {
		browser.run(this.source);
		return browser.runAsync(RUN.replace("RULES", rules)).toString();
	}

}
