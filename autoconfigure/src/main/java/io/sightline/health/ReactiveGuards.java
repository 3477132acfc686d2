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

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;

/**
 * Puts guards around reactive contributors. Apart from the others, as Reactor may be
 * missing.
 */
final class ReactiveGuards {

	private ReactiveGuards() {
	}

	static ReactiveHealthContributor guard(GuardedChecks checks, String name, ReactiveHealthContributor contributor) {
		if (contributor instanceof CompositeReactiveHealthContributor composite) {
			return new GuardedReactiveComposite(checks, name, composite);
		}
		GuardedCheck check = checks.check(name, new ReactiveCheck((ReactiveHealthIndicator) contributor));
		return new Reactive(check, checks.firstWait());
	}

	static ReactiveHealthIndicator failed(Throwable error) {
		HealthIndicator failed = Guards.failed(error);
		return () -> Mono.fromSupplier(failed::health);
	}

	private record Reactive(GuardedCheck check, FirstWait firstWait) implements ReactiveHealthIndicator {

		@Override
		public HealthIndicator asHealthContributor() {
			return new Guards.Blocking(this.check, this.firstWait);
		}

		@Override
		public Mono<Health> health() {
			Mono<Health> answer = Mono.fromSupplier(() -> this.check.answer(this.firstWait));
			return this.check.isAnswered() ? answer : answer.subscribeOn(Schedulers.boundedElastic());
		}

	}

}
