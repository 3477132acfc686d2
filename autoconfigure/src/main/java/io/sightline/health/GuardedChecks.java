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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

import io.sightline.redaction.RedactionPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;

/**
 * All checks of an application, each guarded, by their names. The name of a check in a
 * composite is the names of both, with a slash between them.
 */
public final class GuardedChecks implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(GuardedChecks.class);

	private final Map<String, GuardedCheck> checks = new ConcurrentHashMap<>();

	private final Function<String, CheckSettings> settings;

	private final CheckThreads threads;

	private final FirstWait wait;

	private final Answers answers;

	private final List<CheckListener> listeners;

	/**
	 * Creates a home for checks; they come from the registries.
	 * @param settings the settings of a check by its name
	 * @param threads what the checks run on, closed with this
	 * @param answerWithin how long who asks may wait for first results
	 * @param redaction what to leave out of what checks tell
	 * @param listeners who to tell about changes
	 */
	public GuardedChecks(Function<String, CheckSettings> settings, CheckThreads threads, Duration answerWithin,
			RedactionPolicy redaction, List<CheckListener> listeners) {
		this.settings = settings;
		this.threads = threads;
		this.wait = new FirstWait(answerWithin);
		this.answers = new Answers(redaction);
		this.listeners = List.copyOf(listeners);
	}

	/**
	 * Guards a contributor and all below it, unless it only tells the state of the
	 * process.
	 * @param name its name
	 * @param contributor the contributor
	 * @return one that never throws and answers at once
	 */
	public HealthContributor guard(String name, HealthContributor contributor) {
		return Guards.guard(this, name, contributor);
	}

	/**
	 * Guards a reactive contributor and all below it.
	 * @param name its name
	 * @param contributor the contributor
	 * @return one that never fails and answers at once
	 */
	public ReactiveHealthContributor guard(String name, ReactiveHealthContributor contributor) {
		return ReactiveGuards.guard(this, name, contributor);
	}

	/**
	 * Ends the checks of a contributor that is gone.
	 * @param name its name
	 */
	public void forget(String name) {
		this.checks.keySet().stream().filter((key) -> key.equals(name) || key.startsWith(name + "/")).forEach((key) -> {
			GuardedCheck check = this.checks.remove(key);
			if (check != null) {
				check.close();
				tell((listener) -> listener.removed(key));
			}
		});
	}

	GuardedCheck check(String name, Check target) {
		GuardedCheck present = this.checks.get(name);
		if (present != null) {
			present.retarget(target);
			return present;
		}
		GuardedCheck added = new GuardedCheck(name, target, this.settings.apply(name), this.threads, this.answers,
				new Isolated());
		GuardedCheck other = this.checks.putIfAbsent(name, added);
		if (other != null) {
			return other;
		}
		tell((listener) -> listener.added(name, added::status));
		added.begin();
		return added;
	}

	FirstWait firstWait() {
		return this.wait;
	}

	private void tell(Consumer<CheckListener> event) {
		for (CheckListener listener : this.listeners) {
			try {
				event.accept(listener);
			}
			catch (Throwable ex) {
				logger.debug("A listener to health failed", ex);
			}
		}
	}

	@Override
	public void close() {
		this.checks.values().forEach(GuardedCheck::close);
		this.threads.close();
	}

	private final class Isolated implements CheckListener {

		@Override
		public void ran(String check, Duration duration) {
			tell((listener) -> listener.ran(check, duration));
		}

		@Override
		public void changed(HealthChange change) {
			tell((listener) -> listener.changed(change));
		}

	}

}
