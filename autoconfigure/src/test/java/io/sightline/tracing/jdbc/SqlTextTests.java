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

import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SqlText}, {@link SqlScanner} and {@link SqlSummary}.
 */
class SqlTextTests {

	private static final int LENGTH = 2048;

	@ParameterizedTest
	@MethodSource
	void replacesLiterals(SqlDialect dialect, String sql, String expected) {
		assertThat(SqlText.parse(sql, dialect, LENGTH).text()).isEqualTo(expected);
	}

	static Stream<Arguments> replacesLiterals() {
		SqlDialect standard = SqlDialect.STANDARD;
		return Stream.of(Arguments.of(standard, "select * from t where a = 'x'", "select * from t where a = ?"),
				Arguments.of(standard, "select 'it''s', N'n', X'FF' from t1", "select ?, ?, ? from t1"),
				Arguments.of(standard, "select 1, -2.5e-3, 0xFF, .5, t2.c3 from t2",
						"select ?, -?, ?, ?, t2.c3 from t2"),
				Arguments.of(standard, "select a -- secret\n from /* secret */ t", "select a from t"),
				Arguments.of(standard, "select /* a /* secret */ secret */ 1", "select ?"),
				Arguments.of(standard, "select\t*\n  from   t", "select * from t"),
				Arguments.of(standard, "select * from t where a in (1, 2 ,3) and b in (?)",
						"select * from t where a in (?) and b in (?)"),
				Arguments.of(standard, "where a in (select b from c) or d in (e, 1)",
						"where a in (select b from c) or d in (e, ?)"),
				Arguments.of(standard, "select \"a b\".\"c\"\"d\" from \"T\"", "select \"a b\".\"c\"\"d\" from \"T\""),
				Arguments.of(standard, "select * from t where a like ? escape '\\' and b = 'x'",
						"select * from t where a like ? escape ? and b = ?"),
				Arguments.of(standard, "select q'[it's]', :name, {d '2020-01-01'}", "select ?, :name, {d ?}"),
				Arguments.of(standard, "select 'never ends", "select ?"),
				Arguments.of(standard, "select \"never ends", "select ?"),
				Arguments.of(SqlDialect.POSTGRESQL, "select $1, $$it's$$, $a$ $$ $a$, E'\\'x', a::int4",
						"select $1, ?, ?, ?, a::int4"),
				Arguments.of(SqlDialect.POSTGRESQL, "select a #>> '{b}', a[1]", "select a #>> ?, a[?]"),
				Arguments.of(SqlDialect.POSTGRESQL, "select $$never ends", "select ?"),
				Arguments.of(SqlDialect.MYSQL, "select 'it\\'s x', \"y\", `z` # secret", "select ?, ?, `z`"),
				Arguments.of(SqlDialect.SQL_SERVER, "select [a 1] from [dbo].[t]", "select [a 1] from [dbo].[t]"),
				Arguments.of(SqlDialect.UNKNOWN, "select 'a\\', secret, \"x\"", "select ?"));
	}

	@ParameterizedTest
	@MethodSource
	void sumsUp(String sql, String summary, String operation) {
		SqlText text = SqlText.parse(sql, SqlDialect.STANDARD, LENGTH);
		assertThat(text.summary()).isEqualTo(summary);
		assertThat(text.operation()).isEqualTo(operation);
	}

	static Stream<Arguments> sumsUp() {
		return Stream.of(Arguments.of("select * from orders where id = ?", "SELECT orders", "SELECT"),
				Arguments.of("SELECT * FROM a, b x, c WHERE d IN (1, 2)", "SELECT a b c", "SELECT"),
				Arguments.of("select * from a join b on a.i = b.i left join s.c on 1 = 1", "SELECT a b s.c", "SELECT"),
				Arguments.of("select x from (select y from \"O\" where z > 1) q", "SELECT SELECT \"O\"", "SELECT"),
				Arguments.of("select extract(year from d), trim(a from b) from t", "SELECT t", "SELECT"),
				Arguments.of("select * from t where a is distinct from b for update", "SELECT t", "SELECT"),
				Arguments.of("insert into t (a, b) values (?, ?), (?, ?)", "INSERT t", "INSERT"),
				Arguments.of("insert into t select a from u", "INSERT t SELECT u", "INSERT"),
				Arguments.of("insert into t values (?) on conflict do update set a = b", "INSERT t", "INSERT"),
				Arguments.of("update only t set a = replace(a, 'x', 'y')", "UPDATE t", "UPDATE"),
				Arguments.of("delete from t where a = 1", "DELETE t", "DELETE"),
				Arguments.of("merge into t using u on (t.a = u.a) when matched then update set b = 1", "MERGE t u",
						"MERGE"),
				Arguments.of("with x as (select a from t), y as (delete from u) select * from x",
						"SELECT t DELETE u SELECT x", "SELECT"),
				Arguments.of("create table if not exists t (a int)", "CREATE TABLE t", "CREATE"),
				Arguments.of("create or replace view v as select 1", "CREATE VIEW v SELECT", "CREATE"),
				Arguments.of("truncate t", "TRUNCATE t", "TRUNCATE"),
				Arguments.of("{? = call s.proc(?, 1)}", "CALL s.proc", "CALL"),
				Arguments.of("commit", "COMMIT", "COMMIT"),
				Arguments.of("select 1; select a from t", "SELECT SELECT t", "SELECT"),
				Arguments.of("select 1; delete from t;", "SELECT DELETE t", null),
				Arguments.of("frobnicate secretword", null, null), Arguments.of("", null, null));
	}

	@Test
	void namesProcedure() {
		assertThat(SqlText.parse("{call s.proc(?)}", SqlDialect.STANDARD, LENGTH).procedure()).isEqualTo("s.proc");
	}

	@Test
	void cutsText() {
		SqlText text = SqlText.parse("select a from t where b = c and d = e", SqlDialect.STANDARD, 20);
		assertThat(text.text()).isEqualTo("select a from t w...");
		assertThat(text.summary()).isEqualTo("SELECT t");
	}

	@Test
	void doesNotCutCharacterInTwo() {
		assertThat(SqlText.cut("ab\uD83D\uDE00cdef", 6)).isEqualTo("ab...");
	}

	@Test
	void boundsSummaryAtWord() {
		String sql = "select * from " + "table_with_a_long_name, ".repeat(40) + "t";
		assertThat(SqlText.parse(sql, SqlDialect.STANDARD, LENGTH).summary()).hasSizeLessThanOrEqualTo(255)
			.endsWith(" t");
	}

	@Property(tries = 500)
	void neverFailsAndNeverKeepsValue(@ForAll @Chars({ '\'', '"', '$', 'a', '1', '(', ')', ',', '-', '/', '*', ' ', ';',
			'\\', '#', '[', ']', '.', ':', 'E', '\n' }) @StringLength(max = 40) String hostile) {
		for (SqlDialect dialect : SqlDialect.values()) {
			String sql = "select a from t where b = 'secret" + hostile.replace("'", "''").replace("\\", "\\\\") + "'";
			assertThat(SqlText.parse(sql, dialect, LENGTH).text()).doesNotContain("secret");
			assertThat(SqlText.parse(hostile, dialect, LENGTH).text()).hasSizeLessThanOrEqualTo(LENGTH);
		}
	}

}
