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

package io.sightline.it;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.semconv.DbAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.CrudRepository;
import org.springframework.jdbc.core.CallableStatementCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Spans of statements that go to PostgreSQL by all the ways that Spring has.
 */
class JdbcSpanIntegrationTests {

	private static EmbeddedPostgres postgres;

	private static ConfigurableApplicationContext context;

	private static InMemorySpanExporter exporter;

	private static JdbcTemplate jdbc;

	@BeforeAll
	static void start() throws Exception {
		postgres = EmbeddedPostgres.builder().start();
		context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.application.name=shop",
					"spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"))
			.run();
		exporter = context.getBean(InMemorySpanExporter.class);
		jdbc = context.getBean(JdbcTemplate.class);
		jdbc.execute("create table product (id bigserial primary key, name varchar(40) unique)");
		jdbc.execute("create procedure rename(old varchar, new varchar) language sql "
				+ "as 'update product set name = $2 where name = $1'");
	}

	@AfterAll
	static void stop() throws Exception {
		context.close();
		postgres.close();
	}

	@BeforeEach
	void empty() {
		jdbc.execute("truncate product");
		spans();
	}

	@Test
	void templateMakesOneSpan() {
		SpanData span = only(() -> jdbc.queryForList("select * from product where name = ?", "secret"));
		assertThat(span.getName()).isEqualTo("SELECT product");
		assertThat(span.getAttributes().get(DbAttributes.DB_SYSTEM_NAME)).isEqualTo("postgresql");
		assertThat(span.getAttributes().get(DbAttributes.DB_NAMESPACE)).isEqualTo("postgres");
		assertThat(span.getAttributes().get(DbAttributes.DB_QUERY_TEXT))
			.isEqualTo("select * from product where name = ?");
		assertThat(span.getAttributes().get(ServerAttributes.SERVER_ADDRESS)).isEqualTo("localhost");
		assertThat(span.getAttributes().get(ServerAttributes.SERVER_PORT)).isEqualTo(postgres.getPort());
	}

	@Test
	void generatedKeyComesBack() {
		SimpleJdbcInsert insert = new SimpleJdbcInsert(jdbc).withTableName("product")
			.usingColumns("name")
			.usingGeneratedKeyColumns("id");
		SpanData span = only(() -> assertThat(insert.executeAndReturnKey(Map.of("name", "pen"))).isNotNull());
		assertThat(span.getName()).isEqualTo("INSERT product");
	}

	@Test
	void batchIsOneSpan() {
		List<Object[]> rows = List.of(new Object[] { "ink" }, new Object[] { "cap" });
		SpanData span = only(() -> jdbc.batchUpdate("insert into product (name) values (?)", rows));
		assertThat(span.getName()).isEqualTo("BATCH INSERT product");
		assertThat(span.getAttributes().get(DbAttributes.DB_OPERATION_BATCH_SIZE)).isEqualTo(2);
	}

	@Test
	void procedureIsNamed() {
		SpanData span = only(() -> jdbc.execute("call rename(?, ?)", (CallableStatementCallback<Boolean>) (call) -> {
			call.setString(1, "a");
			call.setString(2, "b");
			return call.execute();
		}));
		assertThat(span.getName()).isEqualTo("CALL rename");
		assertThat(span.getAttributes().get(DbAttributes.DB_STORED_PROCEDURE_NAME)).isEqualTo("rename");
	}

	@Test
	void repositoryMakesSpans() {
		Products products = context.getBean(Products.class);
		observe(() -> {
			Product saved = products.save(new Product(null, "nib"));
			assertThat(products.findById(saved.id())).contains(saved);
		});
		assertThat(spans()).extracting(SpanData::getName).containsExactly("INSERT \"product\"", "SELECT \"product\"");
	}

	@Test
	void failureShowsItsStateAndNoValue() {
		SpanData span = only(() -> assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> jdbc.update("insert into product (name) values ('secret'), ('secret')")));
		assertThat(span.getAttributes().get(DbAttributes.DB_RESPONSE_STATUS_CODE)).isEqualTo("23505");
		assertThat(span.toString()).doesNotContain("secret");
	}

	@Test
	void driverCanBeReached() throws Exception {
		try (var connection = context.getBean(DataSource.class).getConnection()) {
			assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isPositive();
		}
	}

	@Test
	void pollsMakeNoTraces() {
		jdbc.queryForObject("select 1", Integer.class);
		assertThat(spans()).isEmpty();
	}

	private static void observe(Runnable work) {
		Observation.createNotStarted("work", context.getBean(ObservationRegistry.class)).observe(work);
	}

	private static SpanData only(Runnable work) {
		observe(work);
		List<SpanData> spans = spans();
		assertThat(spans).hasSize(1);
		return spans.get(0);
	}

	private static List<SpanData> spans() {
		context.getBean(SdkTracerProvider.class).forceFlush().join(5, TimeUnit.SECONDS);
		List<SpanData> spans = exporter.getFinishedSpanItems()
			.stream()
			.filter((span) -> !"work".equals(span.getName()))
			.toList();
		exporter.reset();
		return spans;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableJdbcRepositories(considerNestedRepositories = true, basePackageClasses = Products.class)
	static class Application {

		@Bean
		InMemorySpanExporter spanExporter() {
			return InMemorySpanExporter.create();
		}

	}

	interface Products extends CrudRepository<Product, Long> {

	}

	@Table("product")
	record Product(@Id @Nullable Long id, String name) {

	}

}
