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

package io.sightline.console.alerts;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.sightline.console.fetch.Fetched;
import io.sightline.console.fetch.Fetcher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks an Alertmanager for its alerts, if there is one. While it does not answer, what it
 * said last is shown as such.
 */
@Component
final class Alertmanager implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Alertmanager.class);

	private static final int MAX_BODY = 8 << 20;

	private final JsonMapper mapper = new JsonMapper();

	private final AlertmanagerProperties properties;

	private final @Nullable URI url;

	private @Nullable ScheduledExecutorService clock;

	private @Nullable Fetcher fetcher;

	private @Nullable Future<?> task;

	private volatile State state = new State(List.of(), null, null);

	Alertmanager(AlertmanagerProperties properties) {
		this.properties = properties;
		URI base = properties.url();
		String text = String.valueOf(base);
		this.url = (base != null)
				? URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + "/api/v2/alerts")
				: null;
	}

	boolean isConfigured() {
		return this.url != null;
	}

	State state() {
		return this.state;
	}

	@Override
	public void start() {
		URI alerts = this.url;
		if (alerts == null) {
			return;
		}
		Fetcher asking = new Fetcher("console-alertmanager-io", this.properties.timeout(), MAX_BODY);
		this.fetcher = asking;
		ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread daemon = new Thread(task, "console-alertmanager");
			daemon.setDaemon(true);
			return daemon;
		});
		this.clock = thread;
		this.task = thread.scheduleWithFixedDelay(() -> look(asking, alerts), 0, this.properties.interval().toMillis(),
				TimeUnit.MILLISECONDS);
	}

	private void look(Fetcher asking, URI alerts) {
		try {
			Fetched answer = asking.get(alerts, "application/json", this.properties.credentials()).join();
			if (answer.status() != 200) {
				lost("answers " + answer.status());
				return;
			}
			State now = new State(AlertmanagerReader.read(this.mapper.readTree(answer.body())), Instant.now(), null);
			if (this.state.problem() != null) {
				log.info("Alertmanager at {} answers again", this.properties.url());
			}
			this.state = now;
		}
		catch (CompletionException ex) {
			lost(Fetcher.reason(ex));
		}
		catch (RuntimeException ex) {
			lost("is not understood: " + ex.getClass().getSimpleName());
		}
	}

	private void lost(String problem) {
		if (this.state.problem() == null) {
			log.warn("Alertmanager at {} {}; it is asked again, and told when it is over", this.properties.url(),
					problem);
		}
		this.state = new State(this.state.alerts(), this.state.asked(), problem);
	}

	@Override
	public void stop() {
		if (this.clock != null) {
			this.clock.shutdownNow();
			this.task = null;
		}
		if (this.fetcher != null) {
			this.fetcher.close();
		}
	}

	@Override
	public boolean isRunning() {
		return this.task != null;
	}

	/**
	 * What it says.
	 *
	 * @param alerts its alerts
	 * @param asked when it said so
	 * @param problem why it could not be asked since
	 */
	record State(List<Alert> alerts, @Nullable Instant asked, @Nullable String problem) {
	}

}
