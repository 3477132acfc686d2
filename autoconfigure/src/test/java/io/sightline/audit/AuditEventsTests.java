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

package io.sightline.audit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.sightline.audit.autoconfigure.SightlineAuditAutoConfiguration;
import io.sightline.context.RequestContext;
import io.sightline.logging.CapturedEvent;
import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.RedactionRules;
import io.sightline.request.RecordedEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.boot.actuate.audit.InMemoryAuditEventRepository;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.boot.actuate.audit.listener.AuditListener;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AuditEvents}.
 */
class AuditEventsTests {

	private final RecordedEvents events = RecordedEvents.from(AuditEvents.LOGGER);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SightlineAuditAutoConfiguration.class));

	@AfterEach
	void close() {
		this.events.close();
	}

	@Test
	void writesTypedFieldsThatMustNotBeLost() {
		audit("ada").event("payment_created").with("amount", BigDecimal.TEN).with("none", null).record();
		CapturedEvent event = this.events.all().get(0);
		assertThat(event.isImportant()).isTrue();
		assertThat(event.getKeyValuePairs()).extracting((pair) -> pair.key + "=" + pair.value)
			.containsExactly("event_type=payment_created", "principal=ada", "amount=10");
	}

	@Test
	void carriesTheRequestAndItsUser() {
		RequestContext request = new RequestContext("r-1", "POST", "/payments", false);
		request.userId("grace");
		try (RequestContext.Scope scope = request.open()) {
			audit(null).record("payment_created", Map.of("principal", "forged"));
		}
		CapturedEvent event = this.events.all().get(0);
		assertThat(RecordedEvents.request(event).requestId()).isEqualTo("r-1");
		assertThat(RecordedEvents.fields(event)).containsEntry("principal", "grace")
			.containsEntry("app_principal", "forged");
	}

	@Test
	void survivesASinkThatFails() {
		AuditEvents audit = new AuditEvents(() -> null, List.of((type, principal, data) -> {
			throw new IllegalStateException();
		}), RedactionPolicy.disabled());
		audit.event("payment_created").by("batch").record();
		assertThat(RecordedEvents.fields(this.events.all().get(0))).containsEntry("principal", "batch");
	}

	@Test
	void storesEventsWhereBootKeepsThemWithoutSecrets() {
		this.contextRunner.withBean(AuditEventRepository.class, InMemoryAuditEventRepository::new)
			.withBean(RedactionPolicy.class, () -> RedactionPolicy.from(RedactionRules.defaults()))
			.run((context) -> {
				context.getBean(AuditEvents.class).record("login", Map.of("password", "hunter2"));
				assertThat(context.getBean(AuditEventRepository.class).find(null, null, "login")).singleElement()
					.satisfies((event) -> assertThat(event.getData().values()).doesNotContain("hunter2"));
			});
	}

	@Test
	void storesAnEventOnceWhereBootListens() {
		InMemoryAuditEventRepository repository = new InMemoryAuditEventRepository();
		this.contextRunner.withBean(AuditEventRepository.class, () -> repository)
			.withBean(AuditListener.class, () -> new AuditListener(repository))
			.run((context) -> {
				context.getBean(AuditEvents.class).event("login").record();
				assertThat(repository.find(null, null, "login")).hasSize(1);
			});
	}

	@Test
	void worksWithoutTheActuator() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(AuditApplicationEvent.class))
			.run((context) -> assertThat(context).hasSingleBean(AuditEvents.class).doesNotHaveBean(AuditSink.class));
	}

	@Test
	void backsOffForTheApplicationsOwn() {
		AuditEvents own = audit(null);
		this.contextRunner.withBean(AuditEvents.class, () -> own)
			.run((context) -> assertThat(context).getBean(AuditEvents.class).isSameAs(own));
	}

	@Test
	void leavesNothingWhenSwitchedOff() {
		this.contextRunner.withPropertyValues("sightline.audit.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AuditEvents.class).doesNotHaveBean(AuditSink.class));
	}

	private static AuditEvents audit(@Nullable String principal) {
		return new AuditEvents(() -> principal, List.of(), RedactionPolicy.disabled());
	}

}
