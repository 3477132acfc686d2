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

package io.sightline.samples.demo.check;

import java.util.ArrayList;
import java.util.List;

import io.sightline.samples.demo.evidence.Evidence;
import io.sightline.samples.demo.traffic.Exchange;
import io.sightline.samples.demo.traffic.FailedPayment;
import io.sightline.samples.demo.traffic.Traffic;
import tools.jackson.databind.JsonNode;

/**
 * What must hold for the answers that a client sees.
 */
final class TrafficChecks {

	static final Check EXPECTED_ANSWERS = new Check("every request was answered as it should",
			TrafficChecks::unexpectedAnswers);

	static final Check TRACE_ID_HEADER = new Check("X-Trace-ID of every response is the trace id that was sent",
			TrafficChecks::foreignTraceIds);

	static final Check SLOW_PATH = new Check("the slow path was slow for the client", TrafficChecks::slowPath);

	static final Check STOCK_RELEASED = new Check("the failed payment gave its stock back",
			TrafficChecks::unreleasedStock);

	/**
	 * The field of an inventory answer that a reservation lowers.
	 */
	static final String STOCK_FIELD = "available";

	private TrafficChecks() {
	}

	static List<Check> all() {
		return List.of(EXPECTED_ANSWERS, TRACE_ID_HEADER, SLOW_PATH, STOCK_RELEASED);
	}

	private static List<String> unexpectedAnswers(Evidence evidence) {
		return evidence.traffic()
			.exchanges()
			.stream()
			.filter((exchange) -> !exchange.isAsExpected())
			.map((exchange) -> "%s answered %d instead of %d: %s".formatted(exchange.step(), exchange.reply().status(),
					exchange.step().expectedStatus(), exchange.reply().body()))
			.toList();
	}

	private static List<String> foreignTraceIds(Evidence evidence) {
		List<String> problems = new ArrayList<>();
		for (Exchange exchange : evidence.traffic().exchanges()) {
			String sent = exchange.context().traceId();
			String received = exchange.reply().header("X-Trace-ID").orElse("none");
			if (!received.equals(sent)) {
				problems.add("%s: sent %s, received %s".formatted(exchange.step(), sent, received));
			}
		}
		return problems;
	}

	private static List<String> slowPath(Evidence evidence) {
		Exchange slow = evidence.traffic().slow();
		if (slow.reply().duration().compareTo(Traffic.SLOWNESS) >= 0) {
			return List.of();
		}
		return List.of("%s took only %d ms".formatted(slow.step(), slow.reply().duration().toMillis()));
	}

	private static List<String> unreleasedStock(Evidence evidence) {
		FailedPayment payment = evidence.traffic().failedPayment();
		JsonNode before = payment.stockBefore().reply().json().path(STOCK_FIELD);
		JsonNode after = payment.stockAfter().reply().json().path(STOCK_FIELD);
		if (!before.isIntegralNumber() || !after.isIntegralNumber()) {
			return List.of("%s does not tell '%s'".formatted(payment.stockBefore().step(), STOCK_FIELD));
		}
		return before.equals(after) ? List.of() : List.of("stock was %s, is %s".formatted(before, after));
	}

}
