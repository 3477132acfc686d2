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

import org.jspecify.annotations.Nullable;

/**
 * What may be told about a statement: nothing that was a value in it.
 *
 * @param text the statement with {@code ?} for each literal, without comments
 * @param summary operations and their targets in their order, if understood
 * @param operation the operation, if there is one, and only one
 * @param procedure the stored procedure that is called, if any
 */
record SqlText(String text, @Nullable String summary, @Nullable String operation, @Nullable String procedure) {

	private static final String ELLIPSIS = "...";

	static SqlText parse(String sql, SqlDialect dialect, int maxLength) {
		SqlSummary summary = new SqlSummary();
		String text = new SqlScanner(sql, dialect, maxLength, summary).scan();
		return new SqlText(cut(text, maxLength), summary.text(), summary.operation(), summary.procedure());
	}

	static String cut(String text, int maxLength) {
		if (text.length() <= maxLength) {
			return text;
		}
		int end = Math.max(0, maxLength - ELLIPSIS.length());
		boolean pair = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
		return text.substring(0, (pair) ? end - 1 : end) + ELLIPSIS;
	}

}
