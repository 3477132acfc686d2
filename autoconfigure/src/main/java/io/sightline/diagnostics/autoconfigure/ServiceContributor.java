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

import io.sightline.identity.ServiceIdentity;
import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;
import io.sightline.report.Severity;

/**
 * Finds that a service has no name.
 */
final class ServiceContributor implements ReportContributor {

	static final String NO_NAME = "no-service-name";

	private final ServiceIdentity identity;

	ServiceContributor(ServiceIdentity identity) {
		this.identity = identity;
	}

	@Override
	public String section() {
		return "service";
	}

	@Override
	public List<Finding> findings() {
		if (!ServiceIdentity.UNKNOWN_NAME.equals(this.identity.name())) {
			return List.of();
		}
		return List.of(new Finding(NO_NAME, Severity.WARNING,
				"The service has no name: its logs, metrics and traces are filed under '%s' with those of every other"
					.formatted(ServiceIdentity.UNKNOWN_NAME),
				"Set spring.application.name"));
	}

}
