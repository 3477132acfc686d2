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

package io.sightline.diagnostics.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;

import org.springframework.util.function.SingletonSupplier;

/**
 * Finds keys that nobody reads, and did not prevent the start.
 */
final class KeyContributor implements ReportContributor {

	private final Supplier<List<Finding>> findings;

	KeyContributor(KeyCheck check) {
		this.findings = SingletonSupplier.of(() -> check.problems().stream().map(KeyProblem::toFinding).toList());
	}

	@Override
	public String section() {
		return "keys";
	}

	@Override
	public List<Finding> findings() {
		return this.findings.get();
	}

}
