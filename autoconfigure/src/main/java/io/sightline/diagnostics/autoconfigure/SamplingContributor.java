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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sightline.diagnostics.Setting;
import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;
import io.sightline.report.Severity;

import org.springframework.beans.factory.ObjectProvider;

/**
 * The sampling in effect.
 */
final class SamplingContributor implements ReportContributor {

	private static final String RATIO = "management.tracing.sampling.probability";

	private final EffectiveSettings settings;

	private final ObjectProvider<Sampler> samplers;

	private final SamplingChanges changes;

	SamplingContributor(EffectiveSettings settings, ObjectProvider<Sampler> samplers, SamplingChanges changes) {
		this.settings = settings;
		this.samplers = samplers;
		this.changes = changes;
	}

	@Override
	public String section() {
		return "sampling";
	}

	@Override
	public Object details() {
		Map<String, Object> details = new LinkedHashMap<>();
		Setting ratio = this.settings.of(RATIO, "0.10");
		details.put("ratio", String.valueOf(ratio.value()));
		details.put("source", ratio.source());
		this.samplers.orderedStream().findFirst().ifPresent((sampler) -> {
			details.put("sampler", sampler.getClass().getName());
			details.put("description", sampler.getDescription());
		});
		if (!this.changes.current().isEmpty()) {
			details.put("change", this.changes.current());
		}
		return details;
	}

	@Override
	public List<Finding> findings() {
		Setting ratio = this.settings.of(RATIO, null);
		if (ratio.value() == null || !ratio.value().matches("0*\\.?0+")) {
			return List.of();
		}
		return List.of(new Finding("no-trace-is-kept", Severity.WARNING,
				"%s=%s (%s): no trace is kept by ratio".formatted(RATIO, ratio.value(), ratio.source()),
				"Set a ratio above 0"));
	}

}
