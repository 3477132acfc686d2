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

package io.sightline.request.autoconfigure;

import java.lang.reflect.Method;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.RequestReplyReceiverContext;
import io.sightline.request.WorkEventInterceptor;
import io.sightline.request.WorkEventLog;
import io.sightline.request.WorkEventObservationHandler;

import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the events that sum up messages,
 * scheduled runs and asynchronous jobs. All of them are off by default.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "request.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(WorkEventProperties.class)
public final class WorkEventAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	static WorkEventLog sightlineWorkEventLog() {
		return new WorkEventLog();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ObservationHandler.class, ScheduledTaskObservationContext.class })
	@ConditionalOnBooleanProperty("sightline.work-events.scheduled.enabled")
	static class ScheduledConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "sightlineScheduledEvents")
		WorkEventObservationHandler sightlineScheduledEvents(WorkEventLog log) {
			return new WorkEventObservationHandler("scheduled_run", ScheduledTaskObservationContext.class::isInstance,
					ScheduledConfiguration::name, log);
		}

		private static String name(Observation.Context context) {
			if (context instanceof ScheduledTaskObservationContext task) {
				Method method = task.getMethod();
				return task.getTargetClass().getSimpleName() + '.' + method.getName();
			}
			return String.valueOf(context.getName());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ReceiverContext.class)
	@ConditionalOnBooleanProperty("sightline.work-events.messages.enabled")
	static class MessageConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "sightlineMessageEvents")
		WorkEventObservationHandler sightlineMessageEvents(WorkEventLog log) {
			return new WorkEventObservationHandler("message", (context) -> context instanceof ReceiverContext
					&& !(context instanceof RequestReplyReceiverContext), (context) -> {
						String name = context.getContextualName();
						return (name != null) ? name : String.valueOf(context.getName());
					}, log);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(DefaultPointcutAdvisor.class)
	@ConditionalOnBooleanProperty("sightline.work-events.async.enabled")
	static class AsyncConfiguration {

		@Bean
		@ConditionalOnMissingBean
		static AsyncEventPostProcessor sightlineAsyncEvents(WorkEventLog log) {
			return new AsyncEventPostProcessor(new WorkEventInterceptor("async_job", log));
		}

	}

}
