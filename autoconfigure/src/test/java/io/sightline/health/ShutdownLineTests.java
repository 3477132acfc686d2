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

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.sightline.ledger.SignalLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShutdownLine}.
 */
class ShutdownLineTests {

	private final SignalLedger spans = new SignalLedger("spans", List.of("shutdown"), () -> 0, 100);

	private final SignalLedger logs = new SignalLedger("logs", List.of("shutdown"), () -> 0, 100);

	private final Logger logger = (Logger) LoggerFactory.getLogger(ShutdownLine.class);

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
	void tellsHowLongItTook() {
		context().close();
		ILoggingEvent line = this.lines.list.get(0);
		assertThat(line.getFormattedMessage()).matches("Ended in \\d+ ms, lost since the start: nothing");
		assertThat(line.getLevel()).isEqualTo(Level.INFO);
	}

	@Test
	void tellsWhatIsLostWhenOtherBeansEnd() {
		GenericApplicationContext context = context();
		context.getDefaultListableBeanFactory()
			.registerDisposableBean("exporter", () -> this.spans.drop("shutdown", 3));
		context.close();
		ILoggingEvent line = this.lines.list.get(0);
		assertThat(line.getFormattedMessage()).endsWith("lost since the start: 3 spans");
		assertThat(line.getLevel()).isEqualTo(Level.WARN);
		assertThat(line.getKeyValuePairs()).extracting((pair) -> pair.key + "=" + pair.value)
			.contains("event_type=shutdown", "lost_spans=3", "lost_logs=0");
	}

	@Test
	void saysNothingOfOtherContexts() {
		GenericApplicationContext parent = context();
		AnnotationConfigApplicationContext child = new AnnotationConfigApplicationContext();
		child.setParent(parent);
		child.refresh();
		child.close();
		parent.getBean(ShutdownLine.class).destroy();
		assertThat(this.lines.list).isEmpty();
	}

	private GenericApplicationContext context() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.registerBean(ShutdownLine.class, () -> new ShutdownLine(context, () -> List.of(this.spans, this.logs)));
		context.refresh();
		return context;
	}

}
