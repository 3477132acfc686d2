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

package io.sightline.tracing.jdbc.autoconfigure;

import javax.sql.DataSource;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.Tracer;
import io.sightline.tracing.jdbc.JdbcObservations;
import io.sightline.tracing.jdbc.JdbcTracingObservationHandler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that observes each statement that a
 * {@link DataSource} executes. Backs off for datasource-micrometer, and for
 * {@link JdbcObservations} of the application's own.
 */
@AutoConfiguration(after = { ObservationAutoConfiguration.class, MicrometerTracingAutoConfiguration.class })
@ConditionalOnClass({ ObservationRegistry.class, DataSource.class, DelegatingDataSource.class })
@ConditionalOnMissingClass("net.ttddyy.observation.tracing.DataSourceObservationListener")
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "tracing.enabled", "tracing.jdbc.enabled" },
		matchIfMissing = true)
@EnableConfigurationProperties(JdbcTracingProperties.class)
public final class JdbcTracingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	JdbcObservations sightlineJdbcObservations(JdbcTracingProperties properties) {
		return new JdbcObservations(properties.parentless(), properties.maxQueryLength());
	}

	/**
	 * Observing begins when all is there: a registry that is asked for earlier would drag
	 * its handlers up too early.
	 */
	@Bean
	SmartInitializingSingleton sightlineJdbcObservationStart(JdbcObservations observations,
			ObjectProvider<ObservationRegistry> registry) {
		return () -> registry.ifUnique(observations::to);
	}

	@Bean
	static ObservedDataSourceBeanPostProcessor sightlineDataSourcePostProcessor(
			ObjectProvider<JdbcObservations> observations) {
		return new ObservedDataSourceBeanPostProcessor(observations);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(OtelTracer.class)
	static class TracingConfiguration {

		/**
		 * Before the handlers that Boot has for anything.
		 */
		private static final int ORDER = MicrometerTracingAutoConfiguration.RECEIVER_TRACING_OBSERVATION_HANDLER_ORDER
				- 100;

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnBean({ OtelTracer.class, Tracer.class })
		@Order(ORDER)
		JdbcTracingObservationHandler sightlineJdbcTracingObservationHandler(OtelTracer tracer, Tracer spans) {
			return new JdbcTracingObservationHandler(tracer, spans);
		}

	}

}
