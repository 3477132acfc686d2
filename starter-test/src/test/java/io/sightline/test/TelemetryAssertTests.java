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

package io.sightline.test;

import java.time.Duration;
import java.util.UUID;

import com.example.shop.PaymentServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Each assertion passes where it should, and fails where it should, saying what there is
 * instead.
 */
@ShopTest
class TelemetryAssertTests {

	private static final String CARD = "4111111111111111";

	private static final Duration SHORT = Duration.ofMillis(300);

	private final RestTestClient client;

	private final PaymentServer payments;

	TelemetryAssertTests(@Autowired RestTestClient client, @Autowired PaymentServer payments) {
		this.client = client;
		this.payments = payments;
	}

	@BeforeEach
	void name(Telemetry telemetry) {
		telemetry.peer("payment-service", this.payments.url());
	}

	@Test
	void findsTraceThatCallsService(Telemetry telemetry) {
		order("1", 1);
		assertThat(telemetry).hasTrace().withSpan("POST /orders").calling("payment-service").withoutErrors();
	}

	@Test
	void saysThatThereIsNoTrace(Telemetry telemetry) {
		assertThat(Failures.message(() -> assertThat(telemetry.within(SHORT)).hasTrace())).contains("to have a trace",
				"(no trace)");
	}

	@Test
	void drawsTracesThatHaveNoSuchSpan(Telemetry telemetry) {
		order("1", 1);
		assertThat(telemetry).hasTrace();
		assertThat(Failures.message(() -> assertThat(telemetry.within(SHORT)).hasTrace().withSpan("DELETE /orders")))
			.contains("a trace with a span 'DELETE /orders'", "└─ SERVER ", "   └─ CLIENT ", "/payments/");
	}

	@Test
	void saysThatServiceIsNotCalled(Telemetry telemetry) {
		order("1", 1);
		assertThat(Failures.message(
				() -> assertThat(telemetry.within(SHORT)).hasTrace().withSpan("POST /orders").calling("mail-service")))
			.contains("with a span 'POST /orders' calling 'mail-service'", "└─ CLIENT ",
					"Services known by name: {payment-service=localhost:");
	}

	@Test
	void findsCallsBelowNamedSpanOnly(Telemetry telemetry) {
		this.client.get().uri("/orders/1").exchange();
		order("1", 1);
		assertThat(Failures.message(() -> assertThat(telemetry.within(SHORT)).hasTrace()
			.withSpan("GET /orders/{id}")
			.calling("payment-service"))).contains("GET /orders/{id}");
	}

	@Test
	void saysWhichSpansFailed(Telemetry telemetry) {
		order("1", 13);
		assertThat(telemetry).hasTrace().withSpan("POST /orders").withErrors();
		assertThat(Failures.message(() -> assertThat(telemetry).hasTrace().withSpan("POST /orders").withoutErrors()))
			.contains("but these spans failed", "CLIENT ", "FAILED", "/payments/13");
	}

	@Test
	void saysThatNothingFailed(Telemetry telemetry) {
		order("1", 1);
		assertThat(Failures.message(() -> assertThat(telemetry.within(SHORT)).hasTrace().withErrors()))
			.contains("a trace with errors", "but there is none");
	}

	@Test
	void findsLogLine(Telemetry telemetry) {
		String id = UUID.randomUUID().toString();
		order(id, 7);
		assertThat(telemetry).hasLogWith("order_id", id).hasLogWith("amount", 7);
	}

	@Test
	void saysWhichLinesThereAre(Telemetry telemetry) {
		order("present", 1);
		assertThat(telemetry).hasLogWith("order_id", "present");
		assertThat(Failures.message(() -> assertThat(telemetry.within(SHORT)).hasLogWith("order_id", "absent")))
			.contains("'order_id' = 'absent'", "but the field was 'present'", "Order is confirmed");
		assertThat(Failures.message(() -> assertThat(telemetry.within(SHORT)).hasLogWith("order.id", "present")))
			.contains("but none has that field");
	}

	@Test
	void findsWideEvent(Telemetry telemetry) {
		order("1", 1);
		assertThat(telemetry).hasWideEventWith("http_route", "/orders").hasWideEventWith("status_code", 200);
		assertThat(telemetry.wideEvents()).hasSize(1);
		assertThat(Failures.message(() -> assertThat(telemetry.within(SHORT)).hasWideEventWith("order_id", "1")))
			.contains("a wide event with 'order_id'", "POST /orders 200")
			.doesNotContain("Order is confirmed");
	}

	@Test
	void countsWhatWasRecorded(Telemetry telemetry) {
		order("1", 1);
		order("2", 1);
		assertThat(telemetry).hasRecorded("orders", 2, "status", "confirmed")
			.hasRecorded("http.server.requests", 2, "uri", "/orders");
		assertThat(Failures.message(() -> assertThat(telemetry.within(SHORT)).hasRecorded("orders", 1)))
			.contains("1 times", "but it was 2", "orders{", "status=confirmed");
	}

	@Test
	void countsSeries(Telemetry telemetry) {
		this.client.get().uri("/series/20").exchange();
		assertThat(telemetry).seriesAtMost(500);
		assertThat(Failures.message(() -> assertThat(telemetry).seriesAtMost(15))).contains("at most 15 series",
				"shelves: 20, such as shelves{");
	}

	@Test
	void findsNoSecretWhereThereIsNone(Telemetry telemetry) {
		this.client.get().uri("/leaks?note={note}", "cash").exchange();
		assertThat(telemetry).leaksNoSecrets(CARD, "hunter2");
	}

	@Test
	void knowsThatCardsAreRedacted(Telemetry telemetry) {
		this.client.get().uri("/leaks?note={note}", CARD).exchange();
		assertThat(telemetry).leaksNoSecrets(CARD);
	}

	@Test
	void findsSecretsInLinesAndSpans(Telemetry telemetry) {
		this.client.get().uri("/leaks?note={note}", "voucher xyzzy").exchange();
		assertThat(Failures.message(() -> assertThat(telemetry).leaksNoSecrets("xyzzy"))).contains("log line: ",
				"field 'message' of a log line: Paid with voucher xyzzy", "attribute 'note' of the span 'payment'");
	}

	@Test
	void findsSecretsThatAreWrittenDifferently(Telemetry telemetry) {
		this.client.get().uri("/leaks?note={note}", "aHVudGVyMg and 55-01-02-03").exchange();
		assertThat(Failures.message(() -> assertThat(telemetry).leaksNoSecrets("hunter2"))).contains("aHVudGVyMg");
		assertThat(Failures.message(() -> assertThat(telemetry).leaksNoSecrets("55010203"))).contains("55-01-02-03");
	}

	@Test
	void refusesToLookForNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Leaks());
		assertThatIllegalArgumentException().isThrownBy(() -> new Leaks(" "));
	}

	@Test
	void findsNoOrphans(Telemetry telemetry) {
		order("1", 1);
		assertThat(telemetry).noOrphanRoots();
	}

	@Test
	void findsWorkThatLostItsContext(Telemetry telemetry) {
		this.client.get().uri("/lost").exchange();
		assertThat(Failures.message(() -> assertThat(telemetry).noOrphanRoots())).contains("INTERNAL 'lost.work'",
				"begins a trace of its own", "SERVER ");
	}

	@Test
	void judgesNothingThatIsNotThere(Telemetry telemetry) {
		assertThat(Failures.message(() -> assertThat(telemetry).noOrphanRoots())).contains("nothing was exported");
		assertThat(Failures.message(() -> assertThat(telemetry).seriesAtMost(1))).contains("nothing was recorded");
		assertThat(Failures.message(() -> assertThat(telemetry).leaksNoSecrets(CARD)))
			.contains("nothing was collected");
	}

	private void order(String id, int amount) {
		this.client.post().uri("/orders?id={id}&amount={amount}", id, amount).exchange();
	}

}
