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

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.sightline.ledger.SignalLedger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Says in one line, the last of all, how long the end took and what was lost. It is a
 * post-processor to be among the first beans and so among the last to be destroyed: only
 * the delivery of log events goes after it.
 */
public final class ShutdownLine
		implements BeanFactoryPostProcessor, ApplicationListener<ContextClosedEvent>, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(ShutdownLine.class);

	private final ApplicationContext context;

	private final Supplier<List<SignalLedger>> source;

	private @Nullable Long begun;

	private List<SignalLedger> ledgers = List.of();

	/**
	 * Creates a line.
	 * @param context whose end it tells
	 * @param source the accounts, asked before the end begins
	 */
	public ShutdownLine(ApplicationContext context, Supplier<List<SignalLedger>> source) {
		this.context = context;
		this.source = source;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		// Only to be early.
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.begun = System.nanoTime();
			this.ledgers = this.source.get();
		}
	}

	@Override
	public void destroy() {
		Long start = this.begun;
		if (start == null) {
			return;
		}
		long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
		long lost = this.ledgers.stream().mapToLong(SignalLedger::dropped).sum();
		LoggingEventBuilder line = (lost > 0) ? logger.atWarn() : logger.atInfo();
		line = line.addKeyValue("event_type", "shutdown").addKeyValue("shutdown_ms", millis);
		for (SignalLedger ledger : this.ledgers) {
			line = line.addKeyValue("lost_" + ledger.signal(), ledger.dropped());
		}
		line.log("Ended in {} ms, lost since the start: {}", millis, losses());
	}

	private String losses() {
		List<String> losses = this.ledgers.stream()
			.filter((ledger) -> ledger.dropped() > 0)
			.map((ledger) -> ledger.dropped() + " " + ledger.signal())
			.toList();
		return losses.isEmpty() ? "nothing" : String.join(", ", losses);
	}

}
