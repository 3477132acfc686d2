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

package io.sightline.samples.demo.evidence;

import java.util.List;
import java.util.Map;

import io.sightline.samples.demo.console.ConsoleView;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.telemetry.Health;
import io.sightline.samples.demo.telemetry.LogFile;
import io.sightline.samples.demo.telemetry.Span;
import io.sightline.samples.demo.traffic.Outage;
import io.sightline.samples.demo.traffic.SampledTraffic;
import io.sightline.samples.demo.traffic.TrafficReport;

/**
 * Everything there is to tell from and to check.
 *
 * @param traffic what was sent and what came back
 * @param spans every span received
 * @param droppedSpans how many spans were received but not kept
 * @param logs the log of each service
 * @param health the health of each service
 * @param outage what was seen of a service that hung
 * @param payments the state of each objective of payment-service, some of whose payments
 * failed
 * @param sampling requests of which one of ten is kept
 * @param console the checkout as the console shows it
 */
public record Evidence(TrafficReport traffic, List<Span> spans, long droppedSpans, Map<SampleService, LogFile> logs,
		Map<SampleService, Health> health, Outage outage, Map<String, String> payments, SampledTraffic sampling,
		ConsoleView console) {

	public Evidence {
		spans = List.copyOf(spans);
		logs = Map.copyOf(logs);
		health = Map.copyOf(health);
		payments = Map.copyOf(payments);
	}

	/**
	 * Return one trace.
	 * @param traceId the trace
	 * @return its spans
	 */
	public List<Span> trace(String traceId) {
		return this.spans.stream().filter((span) -> span.traceId().equals(traceId)).toList();
	}

	/**
	 * Return the log of a service.
	 * @param service the service
	 * @return its log, empty if there is none
	 */
	public LogFile log(SampleService service) {
		return this.logs.getOrDefault(service, new LogFile(List.of(), List.of()));
	}

}
