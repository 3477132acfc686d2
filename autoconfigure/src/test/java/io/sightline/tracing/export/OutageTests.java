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

package io.sightline.tracing.export;

import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger(Outage.class);

	private final ListAppender<ILoggingEvent> messages = new ListAppender<>();

	private final Outage outage = new Outage("collector");

	@BeforeEach
	void listen() {
		this.messages.start();
		this.logger.addAppender(this.messages);
	}

	@AfterEach
	void stopListening() {
		this.logger.detachAppender(this.messages);
	}

	@Test
	void tellsOnceWhatManyThreadsLose() {
		IntStream.range(0, 1000).parallel().forEach((i) -> this.outage.lose(2, "the queue is full"));
		assertThat(this.messages.list).singleElement()
			.satisfies((event) -> assertThat(event.getLevel()).isEqualTo(Level.WARN))
			.extracting(ILoggingEvent::getFormattedMessage)
			.asString()
			.contains("to collector: the queue is full");
		assertThat(this.outage.isLasting()).isTrue();
	}

	@Test
	void tellsRecoveryWithWhatWasLostSinceTheLast() {
		this.outage.lose(2, "gone");
		this.outage.end();
		this.outage.end();
		this.outage.lose(3, "gone again");
		this.outage.end();
		assertThat(this.messages.list).filteredOn((event) -> event.getLevel() == Level.INFO)
			.extracting(ILoggingEvent::getFormattedMessage)
			.containsExactly("Spans are delivered to collector again after 0 s; 2 spans were lost",
					"Spans are delivered to collector again after 0 s; 3 spans were lost");
	}

	@Test
	void tellsOnceThatSpansAreRefused() {
		this.outage.reject(1, "too old");
		this.outage.reject(1, "too old");
		assertThat(this.messages.list).singleElement()
			.extracting(ILoggingEvent::getFormattedMessage)
			.asString()
			.startsWith("collector refuses spans: 1 of the last batch (too old)");
	}

	@Test
	void tellsAtTheEndWhatWasLostInAll() {
		this.outage.finish(0);
		assertThat(this.messages.list).isEmpty();
		this.outage.reject(1, "");
		this.outage.lose(2, "gone");
		this.outage.finish(4);
		assertThat(this.messages.list).last()
			.extracting(ILoggingEvent::getFormattedMessage)
			.asString()
			.startsWith("4 spans could not be delivered to collector")
			.endsWith("; 7 were lost in all");
	}

}
