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

import java.security.Principal;

import io.sightline.audit.AuditEvents;
import io.sightline.audit.AuditSink;
import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.autoconfigure.RedactionAutoConfiguration;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.boot.actuate.audit.listener.AbstractAuditListener;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link AuditEvents}. Backs off
 * for a bean of that type; further {@link AuditSink} beans get every event, too.
 */
@AutoConfiguration(after = RedactionAutoConfiguration.class)
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "audit.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(AuditProperties.class)
public final class SightlineAuditAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AuditEvents auditEvents(ObjectProvider<AuditSink> sinks, ObjectProvider<RedactionPolicy> redaction) {
		ClassLoader loader = getClass().getClassLoader();
		boolean servlet = ClassUtils.isPresent("jakarta.servlet.http.HttpServletRequest", loader)
				&& ClassUtils.isPresent("org.springframework.web.context.request.ServletRequestAttributes", loader);
		return new AuditEvents(servlet ? ServletPrincipal::find : () -> null, sinks.orderedStream().toList(),
				redaction.getIfAvailable(RedactionPolicy::disabled));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(AuditApplicationEvent.class)
	static class ActuatorConfiguration {

		@Bean
		ActuatorAuditSink sightlineActuatorAuditSink(ApplicationEventPublisher publisher,
				ObjectProvider<AbstractAuditListener> listeners, ObjectProvider<AuditEventRepository> repositories) {
			return new ActuatorAuditSink(publisher, listeners, repositories);
		}

	}

	/**
	 * Keeps the servlet API, which is optional, out of the outer class.
	 */
	private static final class ServletPrincipal {

		static @Nullable String find() {
			if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
				HttpServletRequest request = attributes.getRequest();
				Principal principal = request.getUserPrincipal();
				return (principal != null) ? principal.getName() : null;
			}
			return null;
		}

	}

}
