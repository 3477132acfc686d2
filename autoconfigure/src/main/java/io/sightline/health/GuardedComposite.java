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

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;

/**
 * A composite whose members are guarded. One that cannot tell its members is down.
 */
final class GuardedComposite implements CompositeHealthContributor {

	private final GuardedChecks checks;

	private final String name;

	private final HealthContributors members;

	GuardedComposite(GuardedChecks checks, String name, HealthContributors members) {
		this.checks = checks;
		this.name = name;
		this.members = members;
	}

	@Override
	public @Nullable HealthContributor getContributor(String member) {
		HealthContributor contributor = this.members.getContributor(member);
		return (contributor != null) ? this.checks.guard(this.name + "/" + member, contributor) : null;
	}

	@Override
	public Stream<Entry> stream() {
		try {
			return this.members.stream().map(this::guard).toList().stream();
		}
		catch (Throwable ex) {
			return Stream.of(new Entry("members", Guards.failed(ex)));
		}
	}

	private Entry guard(Entry entry) {
		return new Entry(entry.name(), this.checks.guard(this.name + "/" + entry.name(), entry.contributor()));
	}

}
