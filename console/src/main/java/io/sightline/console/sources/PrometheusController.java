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

package io.sightline.console.sources;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.sightline.console.api.BadFieldException;
import io.sightline.console.api.NotFoundException;
import io.sightline.console.api.Parameters;
import io.sightline.console.api.SourceException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Meters over time where a Prometheus has them.
 */
@RestController
final class PrometheusController {

	private static final long MAX_POINTS = 720;

	private static final long USUAL_POINTS = 240;

	private final ObjectProvider<Prometheus> prometheus;

	PrometheusController(ObjectProvider<Prometheus> prometheus) {
		this.prometheus = prometheus;
	}

	@GetMapping("/api/prometheus/query_range")
	RangeAnswer range(@RequestParam MultiValueMap<String, String> query) {
		Parameters parameters = Parameters.of(query, "meter", "label", "function", "since", "step");
		MeterQuestion question = question(parameters);
		Prometheus source = this.prometheus.getIfAvailable();
		if (source == null) {
			throw new NotFoundException("There is no Prometheus to ask: set console.sources.prometheus.url");
		}
		try {
			return source.range(question);
		}
		catch (SourceException ex) {
			throw new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE,
					ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "Prometheus " + ex.getMessage()),
					ex);
		}
	}

	private static MeterQuestion question(Parameters parameters) {
		String meter = parameters.text("meter", MeterQuestion.METER, "the name of a meter as Prometheus has it");
		if (meter.isEmpty()) {
			throw new BadFieldException("meter", "is needed");
		}
		String function = parameters.choice("function", List.of("value", "rate", "p50", "p95", "p99"));
		Duration since = parameters.duration("since", Duration.ofHours(1));
		Duration step = parameters.duration("step", Duration.ofSeconds(Math.max(1, since.toSeconds() / USUAL_POINTS)));
		if (step.toSeconds() < 1 || since.toSeconds() / step.toSeconds() > MAX_POINTS) {
			throw new BadFieldException("step", "is to be at least 1s and to make at most " + MAX_POINTS + " points");
		}
		return new MeterQuestion(meter, MeterQuestion.labels(parameters.all("label")),
				MeterQuestion.Function.valueOf(function.toUpperCase(Locale.ROOT)), since, step);
	}

}
