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

package io.sightline.diagnostics.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.sightline.audit.AuditEvents;
import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.RedactionRules;
import io.sightline.tracing.sampling.SamplingControl;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SamplingChanges}.
 */
class SamplingChangesTests {

	private final List<String> events = new CopyOnWriteArrayList<>();

	private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

	private final SamplingChanges changes;

	SamplingChangesTests() {
		this.beans.registerSingleton("control", new SamplingControl());
		this.beans.registerSingleton("audit",
				new AuditEvents(() -> "ann",
						List.of((type, principal, data) -> this.events.add(type + " by " + principal)),
						RedactionPolicy.from(RedactionRules.defaults())));
		this.changes = new SamplingChanges(this.beans.getBeanProvider(SamplingControl.class),
				this.beans.getBeanProvider(AuditEvents.class));
	}

	@Test
	void recordsThatChangeIsOverByItselfAndBlamesNobody() {
		this.changes.change(1, Duration.ofMillis(10), null);
		await().until(() -> this.changes.current().isEmpty());
		assertThat(this.events).containsExactly("sampling_changed by ann", "sampling_reverted by unknown");
	}

	@Test
	void recordsWhoTookChangeBack() {
		this.changes.change(1, Duration.ofMinutes(10), "/orders/**");
		this.changes.revert();
		assertThat(this.events).containsExactly("sampling_changed by ann", "sampling_reverted by ann");
	}

	@Test
	void doesNotLetTheEndOfChangeFailWhoFindsOut() {
		SamplingControl control = this.beans.getBean(SamplingControl.class);
		control.onExpiry(() -> {
			throw new IllegalStateException("broken");
		});
		this.changes.change(1, Duration.ofMillis(10), null);
		await().until(() -> control.current().isEmpty());
	}

}
