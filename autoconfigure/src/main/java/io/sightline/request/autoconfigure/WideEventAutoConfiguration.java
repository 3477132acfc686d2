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

import java.net.http.HttpRequest;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.RequestReplySenderContext;
import io.micrometer.observation.transport.SenderContext;
import io.sightline.context.WideEvent;
import io.sightline.context.WideEventContributor;
import io.sightline.request.RequestLog;
import io.sightline.request.WideEventLog;
import io.sightline.request.WorkObservationHandler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the event that sums up a
 * request. Backs off for a {@link RequestLog} of the application's own; to add to the
 * event, define a {@link WideEventContributor}.
 */
@AutoConfiguration(before = { ServletRequestAutoConfiguration.class, ReactiveRequestAutoConfiguration.class })
@ConditionalOnWebApplication
@ConditionalOnClass(DisconnectedClientHelper.class)
@ConditionalOnBooleanProperty(prefix = "sightline",
		name = { "enabled", "request.enabled", "request.wide-event.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(RequestProperties.class)
public final class WideEventAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RequestLog sightlineRequestLog(RequestProperties properties, ObjectProvider<WideEventContributor> contributors) {
		return new WideEventLog(properties.slowThreshold(), properties.logStart(),
				contributors.orderedStream().toList());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ObservationHandler.class,
			org.springframework.http.client.observation.ClientRequestObservationContext.class })
	static class HttpClientConfiguration {

		@Bean
		WorkObservationHandler sightlineHttpClientCallCounter() {
			return new WorkObservationHandler(
					org.springframework.http.client.observation.ClientRequestObservationContext.class::isInstance,
					WideEvent::httpClientCall);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ObservationHandler.class,
			org.springframework.web.reactive.function.client.ClientRequestObservationContext.class })
	static class WebClientConfiguration {

		@Bean
		WorkObservationHandler sightlineWebClientCallCounter() {
			return new WorkObservationHandler(
					org.springframework.web.reactive.function.client.ClientRequestObservationContext.class::isInstance,
					WideEvent::httpClientCall);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ObservationHandler.class)
	static class JdkClientConfiguration {

		@Bean
		WorkObservationHandler sightlineJdkClientCallCounter() {
			return new WorkObservationHandler(JdkClientConfiguration::isCall, WideEvent::httpClientCall);
		}

		private static boolean isCall(Observation.Context context) {
			return context instanceof SenderContext<?> sender && sender.getCarrier() instanceof HttpRequest.Builder;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ObservationHandler.class)
	static class DatabaseConfiguration {

		@Bean
		WorkObservationHandler sightlineQueryCounter() {
			return new WorkObservationHandler(DatabaseConfiguration::isQuery, WideEvent::dbQuery);
		}

		/**
		 * What is named by a convention has its name only when it starts.
		 */
		private static boolean isQuery(Observation.Context context) {
			String name = context.getName();
			return (name != null) ? "jdbc.query".equals(name) : !isExchange(context);
		}

		/**
		 * Whether it is known before it has a name that it is no query.
		 */
		private static boolean isExchange(Observation.Context context) {
			return context instanceof RequestReplySenderContext || context instanceof ReceiverContext;
		}

	}

}
