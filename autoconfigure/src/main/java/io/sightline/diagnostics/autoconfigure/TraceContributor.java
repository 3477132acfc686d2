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

import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;
import io.sightline.report.Severity;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Finds that traces go nowhere.
 */
final class TraceContributor implements ReportContributor {

	static final String NOWHERE = "traces-nowhere";

	private final ListableBeanFactory beans;

	TraceContributor(ListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public String section() {
		return "traces";
	}

	@Override
	public List<Finding> findings() {
		if (!has(Tracer.class) || has(SpanExporter.class)) {
			return List.of();
		}
		return List.of(new Finding(NOWHERE, Severity.INFO,
				"Spans are made and go nowhere: there is no exporter. Ids in logs and headers are as they should be",
				"Set management.opentelemetry.tracing.export.otlp.endpoint"));
	}

	private boolean has(Class<?> type) {
		return this.beans.getBeanNamesForType(type, true, false).length > 0;
	}

}
