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

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Understands each statement once. Remembers a bounded number, and forgets those first
 * that were not asked for lately.
 */
final class QueryCache {

	static final int GENERATION = 512;

	private static final int MAX_CACHED_LENGTH = 8192;

	private final Database database;

	private final int maxLength;

	private volatile Map<String, Query> young = new ConcurrentHashMap<>();

	private volatile Map<String, Query> old = Map.of();

	QueryCache(Database database, int maxLength) {
		this.database = database;
		this.maxLength = maxLength;
	}

	Query get(String sql) {
		Query query = this.young.get(sql);
		return (query != null) ? query : promote(sql);
	}

	private Query promote(String sql) {
		Query known = this.old.get(sql);
		Query query = (known != null) ? known
				: Query.of(this.database, SqlText.parse(sql, this.database.dialect(), this.maxLength));
		if (sql.length() <= MAX_CACHED_LENGTH) {
			if (this.young.size() >= GENERATION) {
				this.old = this.young;
				this.young = new ConcurrentHashMap<>();
			}
			this.young.put(sql, query);
		}
		return query;
	}

	/**
	 * What there is to say about a batch of two or more statements.
	 * @param distinct its different statements
	 * @return its query
	 */
	Query batch(List<Query> distinct) {
		String text = distinct.stream().map(Query::text).distinct().collect(Collectors.joining("; "));
		String operation = same(distinct, Query::operation);
		String summary = same(distinct, Query::summary);
		return Query.of(this.database,
				new SqlText(SqlText.cut(text, this.maxLength), batch(summary), batch(operation), null));
	}

	private static String batch(@Nullable String name) {
		return (name != null) ? "BATCH " + name : "BATCH";
	}

	private static @Nullable String same(List<Query> queries, Function<Query, @Nullable String> property) {
		String first = property.apply(queries.get(0));
		boolean same = queries.stream().allMatch((query) -> Objects.equals(property.apply(query), first));
		return (same) ? first : null;
	}

}
