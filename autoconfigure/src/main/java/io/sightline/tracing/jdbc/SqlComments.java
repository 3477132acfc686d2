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

import io.sightline.tracing.jdbc.SqlDialect.Feature;

/**
 * Finds comments in a statement. One in another is a comment for some databases; of the
 * two readings the longer is taken.
 */
final class SqlComments {

	private final String sql;

	private final boolean hash;

	SqlComments(String sql, SqlDialect dialect) {
		this.sql = sql;
		this.hash = dialect.has(Feature.HASH_COMMENTS);
	}

	boolean isStart(int at) {
		char c = this.sql.charAt(at);
		return c == '#' && this.hash || this.sql.startsWith("--", at) || this.sql.startsWith("/*", at);
	}

	int end(int start) {
		if (this.sql.charAt(start) == '/') {
			return endOfBlock(start);
		}
		int at = start;
		while (at < this.sql.length() && "\r\n".indexOf(this.sql.charAt(at)) < 0) {
			at++;
		}
		return at;
	}

	private int endOfBlock(int start) {
		int at = start;
		int depth = 0;
		do {
			if (this.sql.startsWith("/*", at)) {
				depth++;
				at += 2;
			}
			else if (this.sql.startsWith("*/", at)) {
				depth--;
				at += 2;
			}
			else {
				at++;
			}
		}
		while (depth > 0 && at < this.sql.length());
		return at;
	}

}
