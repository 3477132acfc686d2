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

package io.sightline.health.check;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.sightline.health.HealthStatus;
import io.sightline.ledger.SignalLedger;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TelemetryHealthIndicator}.
 */
class TelemetryHealthIndicatorTests {

	private final AtomicLong queued = new AtomicLong();

	private final SignalLedger ledger = new SignalLedger("spans", List.of("queue_full"), this.queued::get, 100);

	private final TelemetryHealthIndicator indicator = new TelemetryHealthIndicator(() -> List.of(this.ledger));

	@Test
	void isUpWhileNothingIsLost() {
		this.ledger.create();
		this.ledger.export(1);
		Health health = this.indicator.health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails().get("spans")).asString().contains("created=1", "exported=1", "dropped=0");
	}

	@Test
	void isDegradedOnlyWhileMoreIsLost() {
		this.ledger.drop("queue_full", 7);
		Health health = this.indicator.health();
		assertThat(health.getStatus()).isEqualTo(HealthStatus.DEGRADED);
		assertThat(health.getDetails()).containsEntry("reason", "7 spans lost");
		assertThat(this.indicator.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void isDegradedBeforeTheQueueOverflows() {
		this.queued.set(91);
		assertThat(this.indicator.health().getDetails()).containsEntry("reason", "queue of spans is almost full");
		this.queued.set(90);
		assertThat(this.indicator.health().getStatus()).isEqualTo(Status.UP);
	}

}
