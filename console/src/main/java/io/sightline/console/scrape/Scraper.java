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

package io.sightline.console.scrape;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.sightline.console.fetch.Fetcher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Asks all targets at each interval.
 */
final class Scraper implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Scraper.class);

	private static final int THREADS = 16;

	private static final int MAX_WAITING = 400;

	private final Targets targets;

	private final ScrapeProperties properties;

	private final Boards boards;

	private final Map<String, TargetWatch> watches = new ConcurrentHashMap<>();

	private final Fetcher fetcher;

	private final ScheduledExecutorService clock;

	private final ExecutorService visits;

	private @Nullable Future<?> task;

	Scraper(ScrapeProperties properties, Boards boards) {
		this.properties = properties;
		this.boards = boards;
		this.targets = new Targets(properties);
		this.fetcher = new Fetcher("console-scrape-io", properties.timeout(), (int) properties.maxBody().toBytes());
		ThreadFactory daemons = (task) -> {
			Thread thread = new Thread(task, "console-scrape");
			thread.setDaemon(true);
			return thread;
		};
		this.clock = Executors.newSingleThreadScheduledExecutor(daemons);
		ThreadPoolExecutor pool = new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(MAX_WAITING), daemons);
		pool.allowCoreThreadTimeOut(true);
		this.visits = pool;
	}

	@Override
	public void start() {
		this.task = this.clock.scheduleWithFixedDelay(this::look, 0, this.properties.interval().toMillis(),
				TimeUnit.MILLISECONDS);
	}

	private void look() {
		try {
			Map<String, Target> now = this.targets.now();
			this.watches.entrySet().removeIf((entry) -> !entry.getValue().target().equals(now.get(entry.getKey())));
			Set<String> known = now.keySet();
			this.boards.health().keep(known);
			this.boards.slos().keep(known);
			now.forEach((instance, target) -> this.watches.computeIfAbsent(instance,
					(key) -> new TargetWatch(target, this.properties, this.fetcher, this.boards)));
			this.watches.values().stream().filter(TargetWatch::claim).forEach(this::visit);
		}
		catch (RuntimeException ex) {
			log.warn("Targets cannot be looked up", ex);
		}
	}

	private void visit(TargetWatch watch) {
		try {
			this.visits.execute(watch::visit);
		}
		catch (RejectedExecutionException ex) {
			if (!this.visits.isShutdown()) {
				watch.discard();
			}
		}
	}

	List<TargetStatus> status() {
		return this.watches.values().stream().map(TargetWatch::status).toList();
	}

	List<String> problems() {
		return this.targets.problems();
	}

	Duration interval() {
		return this.properties.interval();
	}

	@Override
	public void stop() {
		this.clock.shutdownNow();
		this.visits.shutdownNow();
		this.fetcher.close();
		this.task = null;
	}

	@Override
	public boolean isRunning() {
		return this.task != null;
	}

}
