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

package io.sightline.samples.alert.channel;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sightline.samples.alert.channel.Alert.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AlertRoutesTests {

	private static final Set<String> ALL = Set.of("log", "slack", "email", "pagerduty", "teams");

	private final AlertRoutes routes = new AlertRoutes(
			Map.of("critical", List.of("slack", "email", "pagerduty"), "warning", List.of("slack")),
			Map.of("payment-service", List.of("teams"), "order-service", List.of("teams")));

	@ParameterizedTest
	@CsvSource({ "critical,user-service,slack email pagerduty", "warning,user-service,slack",
			"critical,payment-service,slack email pagerduty teams", "warning,order-service,slack teams",
			"info,user-service,log" })
	void goesBySeverityAndService(String severity, String service, String channels) {
		assertThat(this.routes.of(Alerts.of(Status.FIRING, severity, service), ALL))
			.containsExactly(channels.split(" "));
	}

	@Test
	void goesToLogWithoutConfiguredChannel() {
		assertThat(this.routes.of(Alerts.critical(), Set.of("log"))).containsExactly("log");
	}

}
