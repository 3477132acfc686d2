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

package io.sightline.it;

import com.example.servlet.ServletApplication;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application in a JVM of its own that is only to report.
 */
class ReportIntegrationTests {

	@Test
	void writesNothingButTheReport() {
		try (ForkedApplication application = ForkedApplication.start(ServletApplication.class, "--sightline.report",
				"--spring.application.name=reported")) {
			assertThat(application.isAlive()).isFalse();
			assertThat(application.output()).first().asString().startsWith("Sightline: reported");
			assertThat(application.output()).contains("Findings", "Features", "  on   metrics", "Ledgers");
		}
	}

}
