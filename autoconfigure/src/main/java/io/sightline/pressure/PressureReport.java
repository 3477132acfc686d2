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

package io.sightline.pressure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;
import io.sightline.report.Severity;

/**
 * What the wiring report says of pressure.
 */
public final class PressureReport implements ReportContributor {

	private final Pressure pressure;

	private final PressureWatch watch;

	/**
	 * Creates a contributor.
	 * @param pressure knows what was left out
	 * @param watch knows why
	 */
	public PressureReport(Pressure pressure, PressureWatch watch) {
		this.pressure = pressure;
		this.watch = watch;
	}

	@Override
	public String section() {
		return "pressure";
	}

	@Override
	public Object details() {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("leavesOutDetail", this.pressure.isHigh());
		details.put("sinceSeconds", this.watch.age().toSeconds());
		details.put("periods", this.watch.periods());
		details.put("resources", this.watch.readings().stream().map(PressureReport::resource).toList());
		Map<String, Long> shed = new LinkedHashMap<>();
		for (Detail detail : Detail.values()) {
			shed.put(detail.label(), this.pressure.shed(detail));
		}
		details.put("leftOut", shed);
		return details;
	}

	private static Map<String, Object> resource(PressureWatch.Reading reading) {
		Map<String, Object> resource = new LinkedHashMap<>();
		resource.put("name", reading.resource().label());
		resource.put("short", reading.isShort());
		if (!Double.isNaN(reading.load())) {
			resource.put("load", Math.round(reading.load() * 1000) / 1000.0);
		}
		resource.put("enter", reading.limit().enter());
		resource.put("leave", reading.limit().leave());
		return resource;
	}

	@Override
	public List<Finding> findings() {
		if (!this.pressure.isHigh()) {
			return List.of();
		}
		String shortages = this.watch.readings()
			.stream()
			.filter(PressureWatch.Reading::isShort)
			.map(PressureWatch.Reading::toString)
			.collect(Collectors.joining(", "));
		return List.of(new Finding("telemetry-reduced", Severity.WARNING,
				"The application is short of %s: DEBUG lines, attributes and inner spans are left out, errors are not"
					.formatted(shortages),
				"Give the application more of it, or look at what uses it up; the limits are in sightline.pressure"));
	}

}
