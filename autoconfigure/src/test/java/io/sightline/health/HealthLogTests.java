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

package io.sightline.health;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HealthLog}.
 */
class HealthLogTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.sightline.health");

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	@BeforeEach
	void attach() {
		this.lines.start();
		this.logger.addAppender(this.lines);
	}

	@AfterEach
	void detach() {
		this.logger.detachAppender(this.lines);
	}

	@Test
	void warnsWhenItGetsWorse() {
		change(Status.UP, HealthStatus.DEGRADED, "took 1200 ms");
		ILoggingEvent line = this.lines.list.get(0);
		assertThat(line.getLevel()).isEqualTo(Level.WARN);
		assertThat(line.getFormattedMessage()).isEqualTo("Health of db is DEGRADED, was UP: took 1200 ms");
		assertThat(line.getKeyValuePairs()).extracting((pair) -> pair.key + "=" + pair.value)
			.containsExactly("event_type=health_change", "health_check=db", "health_from=UP", "health_to=DEGRADED");
	}

	@Test
	void informsWhenItGetsBetter() {
		change(Status.DOWN, Status.UP, null);
		assertThat(this.lines.list.get(0).getLevel()).isEqualTo(Level.INFO);
		assertThat(this.lines.list.get(0).getFormattedMessage()).isEqualTo("Health of db is UP, was DOWN");
	}

	@Test
	void warnsWhenTheFirstResultIsBadAndSaysNothingOfAGoodOne() {
		change(null, Status.UP, null);
		change(null, Status.DOWN, "refused");
		assertThat(this.lines.list).singleElement()
			.satisfies((line) -> assertThat(line.getLevel()).isEqualTo(Level.WARN));
	}

	private void change(@Nullable Status from, Status to, @Nullable String reason) {
		new HealthLog().changed(new HealthChange("db", from, to, reason));
	}

}
