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

package io.sightline.audit.autoconfigure;

import java.util.Map;

import io.sightline.audit.AuditSink;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.boot.actuate.audit.listener.AbstractAuditListener;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes audit events for Boot's listener, which keeps them if the application has a
 * repository. Where there is a repository but no listener, as Boot's comes only with
 * Spring Security, the repository gets them directly.
 */
final class ActuatorAuditSink implements AuditSink {

	private final ApplicationEventPublisher publisher;

	private final ObjectProvider<AbstractAuditListener> listeners;

	private final ObjectProvider<AuditEventRepository> repositories;

	ActuatorAuditSink(ApplicationEventPublisher publisher, ObjectProvider<AbstractAuditListener> listeners,
			ObjectProvider<AuditEventRepository> repositories) {
		this.publisher = publisher;
		this.listeners = listeners;
		this.repositories = repositories;
	}

	@Override
	public void accept(String type, String principal, Map<String, Object> data) {
		AuditEvent event = new AuditEvent(principal, type, data);
		this.publisher.publishEvent(new AuditApplicationEvent(event));
		if (this.listeners.stream().findAny().isEmpty()) {
			this.repositories.forEach((repository) -> repository.add(event));
		}
	}

}
