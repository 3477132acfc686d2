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

package io.sightline.tracing.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.semconv.DbAttributes;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JdbcTracingObservationHandler}, whose attributes are checked against
 * OpenTelemetry's own list of names.
 */
class JdbcSpanTests {

	private static final Set<AttributeKey<?>> CONVENTIONS = Set.of(DbAttributes.DB_NAMESPACE,
			DbAttributes.DB_OPERATION_BATCH_SIZE, DbAttributes.DB_OPERATION_NAME, DbAttributes.DB_QUERY_SUMMARY,
			DbAttributes.DB_QUERY_TEXT, DbAttributes.DB_RESPONSE_STATUS_CODE, DbAttributes.DB_STORED_PROCEDURE_NAME,
			DbAttributes.DB_SYSTEM_NAME, ErrorAttributes.ERROR_TYPE, ServerAttributes.SERVER_ADDRESS,
			ServerAttributes.SERVER_PORT);

	private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

	private final Tracer tracer = SdkTracerProvider.builder()
		.addSpanProcessor(SimpleSpanProcessor.create(this.exporter))
		.build()
		.get("test");

	private final Connection connection;

	JdbcSpanTests() throws SQLException {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig()
			.observationHandler(new JdbcTracingObservationHandler(
					new OtelTracer(this.tracer, new OtelCurrentTraceContext(), (event) -> {
					}), this.tracer));
		JdbcObservations observations = new JdbcObservations(false, 200);
		observations.to(registry);
		JdbcDataSource database = new JdbcDataSource();
		database.setUrl("jdbc:h2:mem:spans");
		this.connection = new ObservedDataSource(database, observations).getConnection();
		this.connection.createStatement().execute("create table if not exists t (a int primary key, b varchar(20))");
	}

	@Test
	void makesClientSpanBelowCurrentSpan() throws SQLException {
		SpanData parent = execute("select a from t where b = 'secret'");
		SpanData span = spans().get(0);
		assertThat(span.getName()).isEqualTo("SELECT t");
		assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
		assertThat(span.getParentSpanId()).isEqualTo(parent.getSpanId());
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
		assertThat(span.getAttributes().get(DbAttributes.DB_QUERY_TEXT)).isEqualTo("select a from t where b = ?");
		assertThat(span.getAttributes().get(DbAttributes.DB_OPERATION_NAME)).isEqualTo("SELECT");
	}

	@Test
	void tellsFailureWithoutValues() throws SQLException {
		execute("insert into t values (1, 'secret')");
		this.exporter.reset();
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute("insert into t values (1, 'secret')"));
		SpanData span = spans().get(0);
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(span.getAttributes().get(DbAttributes.DB_RESPONSE_STATUS_CODE)).isEqualTo("23505");
		assertThat(span.getEvents()).singleElement()
			.satisfies((event) -> assertThat(event.getAttributes().asMap())
				.containsValue("org.h2.jdbc.JdbcSQLIntegrityConstraintViolationException"));
		assertThat(span.toString()).doesNotContain("secret");
	}

	@Test
	void hasOnlyAttributesOfTheConventions() throws SQLException {
		execute("insert into t values (2, 'x')");
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute("select nothing from nowhere"));
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute("frobnicate"));
		assertThat(spans()).isNotEmpty()
			.allSatisfy((span) -> assertThat(CONVENTIONS).containsAll(span.getAttributes().asMap().keySet()));
	}

	@Test
	void leavesUnknownOperationOut() {
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute("frobnicate"));
		SpanData span = spans().get(0);
		assertThat(span.getName()).isEqualTo("h2database");
		assertThat(span.getAttributes().get(DbAttributes.DB_OPERATION_NAME)).isNull();
	}

	@Test
	void countsBatchAsNumber() throws SQLException {
		Span parent = this.tracer.spanBuilder("parent").startSpan();
		try (Scope scope = parent.makeCurrent(); var statement = this.connection.createStatement()) {
			statement.addBatch("delete from t where a = 8");
			statement.addBatch("delete from t where a = 9");
			statement.executeBatch();
		}
		assertThat(spans()).singleElement().satisfies((span) -> {
			assertThat(span.getName()).isEqualTo("BATCH DELETE t");
			assertThat(span.getAttributes().get(DbAttributes.DB_OPERATION_BATCH_SIZE)).isEqualTo(2);
		});
	}

	private SpanData execute(String sql) throws SQLException {
		Span parent = this.tracer.spanBuilder("parent").startSpan();
		try (Scope scope = parent.makeCurrent(); var statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
		finally {
			parent.end();
		}
		List<SpanData> spans = this.exporter.getFinishedSpanItems();
		return spans.get(spans.size() - 1);
	}

	private List<SpanData> spans() {
		return this.exporter.getFinishedSpanItems()
			.stream()
			.filter((span) -> !"parent".equals(span.getName()))
			.toList();
	}

}
