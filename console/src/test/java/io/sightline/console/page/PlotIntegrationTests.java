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

import io.sightline.console.ConsoleTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What draws plots, by itself.
 */
@ConsoleTest
@EnabledIf("io.sightline.console.page.Browser#isInstalled")
@TestInstance(Lifecycle.PER_CLASS)
class PlotIntegrationTests {

	private final Browser browser;

	PlotIntegrationTests(@LocalServerPort int port) throws IOException {
		this.browser = Browser.start();
		this.browser.open("http://localhost:" + port + "/");
	}

	@AfterAll
	void close() {
		this.browser.close();
	}

	@Test
	void drawsWhatIsBelowZero() {
		assertThat(this.browser.runAsync("""
				const done = arguments[arguments.length - 1];
				import('/plot.js').then(({ plot }) => {
					const data = { times_us: [1e15, 2e15, 3e15], lines: [{ label: 'a', values: [-10, 0, 10] }] };
					done(plot('t', data, String).querySelector('path').getAttribute('d'));
				}).catch((problem) => done(String(problem)));""")).isEqualTo("M100.0 117.0L300.0 60.0L500.0 3.0");
	}

	@Test
	void asksForNoPercentilesWithoutBucketsAndLetsAPlotFailAlone() {
		assertThat(this.browser.runAsync(
				"""
						const done = arguments[arguments.length - 1];
						import('/views/metrics.js').then(async ({ each, fitting }) => {
							const asked = (kind) => [fitting({ title: 'T', name: 'x', stat: ['p50', 'p95'] }, [{ name: 'x', kind, services: [] }], '').stat].flat();
							const drawn = await each([['A', Promise.reject(new Error('no buckets'))], ['B', Promise.resolve('drawn')]]);
							done([asked('SUMMARY'), asked('HISTOGRAM'), drawn[0].textContent, drawn[1]].join('; '));
						}).catch((problem) => done(String(problem)));"""))
			.isEqualTo("mean; p50,p95; Ano buckets; drawn");
	}

}
