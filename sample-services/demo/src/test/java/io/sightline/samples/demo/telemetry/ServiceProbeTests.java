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

package io.sightline.samples.demo.telemetry;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import io.sightline.samples.demo.http.HttpCaller;
import io.sightline.samples.demo.http.StubServer;
import io.sightline.samples.demo.service.Addresses;
import io.sightline.samples.demo.service.SampleService;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceProbeTests {

	@Test
	void asksForMetricsWhereTheyAre() throws Exception {
		try (StubServer server = server("/actuator/prometheus", 200, "a_total 1\n")) {
			assertThat(probe(server).scrapes()).containsEntry(SampleService.USER,
					new Scrape(200, List.of(new Sample(new Sample.Series("a_total", Map.of()), 1))));
		}
	}

	@Test
	void hasNoSamplesWhenTheScrapeIsRefused() throws Exception {
		try (StubServer server = server("/actuator/prometheus", 500, "a_total 1\n")) {
			assertThat(probe(server).scrapes().get(SampleService.USER)).isEqualTo(new Scrape(500, List.of()));
		}
	}

	@Test
	void asksEachHealthGroup() throws Exception {
		try (StubServer server = server("/actuator/health/readiness", 503, "{\"status\":\"OUT_OF_SERVICE\"}")) {
			assertThat(probe(server).health()).containsEntry(SampleService.USER,
					new Health("no status, HTTP 404", "no status, HTTP 404", "OUT_OF_SERVICE"));
		}
	}

	private static StubServer server(String path, int status, String body) throws Exception {
		return StubServer.start((exchange) -> exchange.getRequestURI().getPath().equals(path)
				? new StubServer.Answer(status, body) : new StubServer.Answer(404, ""));
	}

	private static ServiceProbe probe(StubServer server) {
		Map<SampleService, Integer> ports = new EnumMap<>(SampleService.class);
		EnumSet.allOf(SampleService.class).forEach((service) -> ports.put(service, server.port()));
		return new ServiceProbe(new HttpCaller(Duration.ofSeconds(5)), new Addresses(ports));
	}

}
