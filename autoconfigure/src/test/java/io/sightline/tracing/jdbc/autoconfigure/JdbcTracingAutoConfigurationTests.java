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

import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.sightline.tracing.jdbc.JdbcObservations;
import io.sightline.tracing.jdbc.JdbcTracingObservationHandler;
import io.sightline.tracing.jdbc.ObservedDataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdbcTracingAutoConfiguration} and
 * {@link ObservedDataSourceBeanPostProcessor}.
 */
class JdbcTracingAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				JdbcTracingAutoConfiguration.class))
		.withBean(TestObservationRegistry.class, TestObservationRegistry::create)
		.withPropertyValues("spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID());

	@Test
	void observesUnderHikari() {
		this.runner.run((context) -> {
			HikariDataSource pool = (HikariDataSource) context.getBean(DataSource.class);
			assertThat(pool.getClass()).isEqualTo(HikariDataSource.class);
			assertThat(pool.getDataSource()).isInstanceOf(ObservedDataSource.class);
			assertObserved(context, 1);
		});
	}

	@Test
	void leavesMetricsAndHealthOfPoolIntact() {
		this.runner
			.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
					SimpleMetricsExportAutoConfiguration.class, DataSourcePoolMetricsAutoConfiguration.class,
					DataSourceHealthContributorAutoConfiguration.class))
			.run((context) -> {
				assertObserved(context, 1);
				assertThat(context.getBean(MeterRegistry.class).get("hikaricp.connections").gauge().value())
					.isPositive();
				assertThat(context.getBean(DataSourceHealthIndicator.class).health().getStatus()).isEqualTo(Status.UP);
			});
	}

	@Test
	void passwordOfPoolCanBeRotated() {
		this.runner.run((context) -> {
			HikariDataSource pool = (HikariDataSource) context.getBean(DataSource.class);
			JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
			jdbc.execute("alter user " + pool.getUsername() + " set password 'rotated'");
			pool.getHikariConfigMXBean().setPassword("rotated");
			pool.getHikariPoolMXBean().softEvictConnections();
			assertObserved(context, 1);
		});
	}

	@Test
	void observesUnderBootsLazyProxy() {
		this.runner.withPropertyValues("spring.datasource.connection-fetch=lazy").run((context) -> {
			assertThat(context.getBean(DataSource.class)).isInstanceOf(LazyConnectionDataSourceProxy.class);
			assertObserved(context, 1);
		});
	}

	@Test
	void observesOnceUnderDelegatingDataSource() {
		this.runner.withBean("outer", DataSource.class, () -> new DelegatingDataSource(database())).run((context) -> {
			assertThat(context.getBean(DataSource.class).getClass()).isEqualTo(DelegatingDataSource.class);
			assertObserved(context, 1);
		});
	}

	@Test
	void observesAroundPoolThatRuns() {
		this.runner.withBean("pool", HikariDataSource.class, JdbcTracingAutoConfigurationTests::runningPool)
			.run((context) -> {
				assertThat(context.getBean(HikariDataSource.class).isRunning()).isTrue();
				assertObserved(context, 1);
			});
	}

	@ParameterizedTest
	@ValueSource(classes = { EmbeddedDatabase.class, DataSource.class })
	void observesAroundOtherDataSources(Class<? extends DataSource> type) {
		boolean embedded = type == EmbeddedDatabase.class;
		this.runner.withPropertyValues("spring.datasource.url=", "spring.datasource.generate-unique-name=true")
			.withClassLoader(new FilteredClassLoader((embedded) ? HikariDataSource.class : Runtime.class))
			.run((context) -> assertObserved(context, 1));
	}

	@Test
	void leavesXaDataSourceAlone() {
		DataSource xa = new JdbcDataSource();
		this.runner.withBean("xa", DataSource.class, () -> xa)
			.run((context) -> assertThat(context.getBean(DataSource.class)).isSameAs(xa));
	}

	@Test
	void keepsHandlerForSpans() {
		this.runner.withBean(OtelTracer.class, () -> Mockito.mock(OtelTracer.class))
			.withBean(Tracer.class, () -> OpenTelemetry.noop().getTracer("test"))
			.run((context) -> assertThat(context).hasSingleBean(JdbcTracingObservationHandler.class));
	}

	@Test
	void backsOffForObservationsOfTheApplication() {
		JdbcObservations own = new JdbcObservations(false, 100);
		this.runner.withBean(JdbcObservations.class, () -> own)
			.run((context) -> assertThat(context).getBean(JdbcObservations.class).isSameAs(own));
	}

	@Test
	void refusesUselessLength() {
		this.runner.withPropertyValues("sightline.tracing.jdbc.max-query-length=1")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'max-query-length' must be from 16 to 65536: 1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.tracing.jdbc.enabled", "sightline.tracing.enabled", "sightline.enabled" })
	void backsOffWhenDisabled(String key) {
		this.runner.withPropertyValues(key + "=false").run((context) -> {
			assertThat(context).doesNotHaveBean(JdbcObservations.class);
			assertThat(((HikariDataSource) context.getBean(DataSource.class)).getDataSource()).isNull();
		});
	}

	@Test
	void backsOffWithoutObservations() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(JdbcTracingAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(ObservationRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(JdbcObservations.class));
	}

	@Test
	void observesWithoutTracing() {
		this.runner.withClassLoader(new FilteredClassLoader(OtelTracer.class)).run((context) -> {
			assertThat(context).doesNotHaveBean(JdbcTracingObservationHandler.class);
			assertObserved(context, 1);
		});
	}

	private static void assertObserved(ApplicationContext context, int count) {
		TestObservationRegistry registry = context.getBean(TestObservationRegistry.class);
		JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
		Observation.createNotStarted("parent", registry).observe(() -> jdbc.queryForObject("select 1", Integer.class));
		assertThat(registry).hasNumberOfObservationsWithNameEqualTo("jdbc.query", count);
	}

	private static HikariDataSource runningPool() {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl("jdbc:h2:mem:running");
		return new HikariDataSource(config);
	}

	private static HikariDataSource database() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl("jdbc:h2:mem:delegating");
		return pool;
	}

}
