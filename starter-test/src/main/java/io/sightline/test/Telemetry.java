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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.assertj.core.api.AssertProvider;

import org.springframework.context.ApplicationContext;

/**
 * What one test made its application tell, as it would leave the application: after
 * sampling, redaction and limits. To be looked into by
 * {@code assertThat(telemetry).hasTrace()...} or by hand.
 * <p>
 * A trace belongs to the test on whose thread it begins, or whose request it comes from.
 * {@code RestTestClient} and {@code WebTestClient} say by a header whose request it is;
 * of requests by other clients that is known while one test at a time runs in an
 * application, or if they send {@link #headers()}.
 */
public final class Telemetry implements AssertProvider<TelemetryAssert> {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

	private final TestRun run;

	private final Peers peers;

	private Duration timeout = TIMEOUT;

	Telemetry(TestRun run) {
		this.run = run;
		this.peers = Peers.of(run.application().getEnvironment());
	}

	TestRun run() {
		return this.run;
	}

	Peers peers() {
		return this.peers;
	}

	/**
	 * The traces that were exported, when everything that began is over.
	 * @return the traces, in the order in which they began
	 */
	public List<Trace> traces() {
		settle();
		return present();
	}

	/**
	 * The log lines, wide events among them.
	 * @return the lines, in the order in which they were written
	 */
	public List<LogLine> lines() {
		settle();
		return this.run.lines();
	}

	/**
	 * The one event of each request and of other work.
	 * @return the events
	 */
	public List<LogLine> wideEvents() {
		return lines().stream().filter(LogLine::isWideEvent).toList();
	}

	/**
	 * What was recorded with timers, counters and summaries.
	 * @return one for each series
	 */
	public Collection<Recording> recordings() {
		settle();
		return this.run.recordings();
	}

	/**
	 * What a request has to send by which the telemetry of it is known to be that of this
	 * test, although others run at the same time.
	 * @return names and values of headers
	 */
	public Map<String, String> headers() {
		return Map.of(TestRuns.MARK, this.run.id());
	}

	/**
	 * Says where a service is that the test plays, so that calls of it are known by its
	 * name. The names of {@code sightline.health.downstream} are known already.
	 * @param name the name of the service
	 * @param url its base URL
	 * @return this
	 */
	public Telemetry peer(String name, String url) {
		this.peers.add(name, url);
		return this;
	}

	/**
	 * Says how long assertions wait for what has not come yet; five seconds if nothing is
	 * said.
	 * @param timeout the time
	 * @return this
	 */
	public Telemetry within(Duration timeout) {
		this.timeout = timeout;
		return this;
	}

	@Override
	public TelemetryAssert assertThat() {
		return new TelemetryAssert(this);
	}

	/**
	 * What has been exported up to now.
	 */
	List<Trace> present() {
		return Trace.of(this.run.spans());
	}

	/**
	 * Waits until everything is delivered that the test began, or the time is over.
	 */
	void settle() {
		await(() -> !TestRuns.JVM.isBusy(this.run));
		flush();
		await(LogTap::isDrained);
	}

	/**
	 * Waits until something is true of what was delivered, or the time is over.
	 * @return whether it is true
	 */
	boolean eventually(BooleanSupplier condition) {
		return await(() -> {
			flush();
			return condition.getAsBoolean();
		});
	}

	private boolean await(BooleanSupplier condition) {
		long deadline = System.nanoTime() + this.timeout.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() - deadline >= 0) {
				return false;
			}
			LockSupport.parkNanos(this, PAUSE);
		}
		return true;
	}

	private void flush() {
		ApplicationContext application = this.run.application();
		application.getBeansOfType(SdkTracerProvider.class, false, false)
			.values()
			.forEach((provider) -> provider.forceFlush().join(this.timeout.toMillis(), TimeUnit.MILLISECONDS));
	}

	@Override
	public String toString() {
		return "telemetry of " + this.run.name();
	}

}
