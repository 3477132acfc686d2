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

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Finds the operations of a statement and what they work on, word by word. What it does
 * not know it leaves out.
 */
final class SqlSummary {

	private static final int MAX_LENGTH = 255;

	private static final Set<String> DEFINITIONS = Set.of("CREATE", "ALTER", "DROP", "TRUNCATE");

	private static final Set<String> DEFINED = Set.of("TABLE", "VIEW", "INDEX", "SEQUENCE", "SCHEMA", "DATABASE",
			"FUNCTION", "PROCEDURE", "TRIGGER", "TYPE", "ROLE", "USER", "EXTENSION", "DOMAIN", "ALIAS");

	private static final Set<String> DEFINITION_FILLERS = Set.of("OR", "REPLACE", "TEMP", "TEMPORARY", "UNIQUE",
			"GLOBAL", "LOCAL", "UNLOGGED", "MATERIALIZED", "CACHED", "MEMORY", "FORCE");

	private static final Set<String> TARGET_FILLERS = Set.of("IF", "NOT", "EXISTS", "ONLY", "LATERAL", "CONCURRENTLY");

	private static final Set<String> CALLS = Set.of("CALL", "EXEC", "EXECUTE");

	private static final Set<String> INSERTS = Set.of("INSERT", "MERGE", "REPLACE");

	private static final Set<String> NESTED = Set.of("DELETE", "INSERT", "MERGE", "UPDATE");

	private static final Set<String> PLAIN = Set.of("ANALYZE", "BEGIN", "CHECKPOINT", "COMMENT", "COMMIT", "COPY",
			"DECLARE", "EXPLAIN", "FETCH", "GRANT", "LISTEN", "LOCK", "NOTIFY", "RELEASE", "REVOKE", "ROLLBACK",
			"SAVEPOINT", "SET", "SHOW", "START", "USE", "VACUUM", "VALUES");

	private static final Set<String> END_OF_FROM = Set.of("WHERE", "GROUP", "ORDER", "HAVING", "ON", "SET", "LIMIT",
			"OFFSET", "FETCH", "UNION", "EXCEPT", "INTERSECT", "USING", "WINDOW", "FOR", "RETURNING", "WHEN");

	private static final int LONGEST_KEYWORD = 12;

	private final StringBuilder text = new StringBuilder();

	private final BitSet queries = new BitSet();

	private Expected expected = Expected.NOTHING;

	private boolean awaitsOperation = true;

	private int depth;

	private int fromDepth = -1;

	private boolean first = true;

	private boolean awaitsInto;

	private boolean several;

	private String last = "";

	private @Nullable String operation;

	private @Nullable String procedure;

	@Nullable String text() {
		return (this.text.isEmpty()) ? null : this.text.toString();
	}

	@Nullable String operation() {
		return (this.several) ? null : this.operation;
	}

	@Nullable String procedure() {
		return this.procedure;
	}

	void literal() {
		if (this.expected == Expected.TARGET) {
			this.expected = Expected.NOTHING;
		}
		this.last = "";
	}

	void punctuation(char c) {
		switch (c) {
			case '(' -> open();
			case ')' -> close();
			case ';' -> end();
			case ',' -> {
				if (this.depth == this.fromDepth) {
					this.expected = Expected.TARGET;
				}
			}
			default -> {
			}
		}
	}

	private void open() {
		this.depth++;
		this.queries.clear(this.depth);
		this.first = true;
		this.expected = Expected.NOTHING;
	}

	private void close() {
		this.depth = Math.max(0, this.depth - 1);
		this.first = false;
	}

	private void end() {
		this.depth = 0;
		this.fromDepth = -1;
		this.queries.clear();
		this.first = true;
		this.awaitsOperation = true;
		this.expected = Expected.NOTHING;
	}

	void name(String name) {
		String word = (name.length() <= LONGEST_KEYWORD) ? name.toUpperCase(Locale.ROOT) : name;
		boolean begins = this.first;
		this.first = false;
		if (this.expected == Expected.DEFINED) {
			defined(word, name);
		}
		else if (this.expected == Expected.TARGET && !"SELECT".equals(word) && !"VALUES".equals(word)) {
			target(word, name);
		}
		else if ("SELECT".equals(word)
				|| ((this.depth == 0) ? this.awaitsOperation : begins && NESTED.contains(word))) {
			operation(word);
		}
		else {
			clause(word);
		}
		this.last = word;
	}

	private void operation(String word) {
		if ("SELECT".equals(word) || "DELETE".equals(word)) {
			this.queries.set(this.depth);
			begin(word, Expected.NOTHING);
		}
		else if ("UPDATE".equals(word)) {
			this.queries.set(this.depth);
			begin(word, Expected.TARGET);
		}
		else if (INSERTS.contains(word)) {
			this.awaitsInto = true;
			begin(word, Expected.NOTHING);
		}
		else if (CALLS.contains(word)) {
			begin(word, Expected.TARGET);
		}
		else if (DEFINITIONS.contains(word)) {
			begin(word, Expected.DEFINED);
		}
		else if (PLAIN.contains(word)) {
			begin(word, Expected.NOTHING);
		}
	}

	private void begin(String word, Expected next) {
		add(word);
		if (this.depth == 0 && this.awaitsOperation) {
			this.several |= this.operation != null && !word.equals(this.operation);
			this.operation = word;
			this.awaitsOperation = false;
		}
		this.expected = next;
	}

	private void defined(String word, String name) {
		if (DEFINITION_FILLERS.contains(word)) {
			return;
		}
		if (DEFINED.contains(word)) {
			add(word);
			this.expected = Expected.TARGET;
		}
		else {
			add(name);
			this.expected = Expected.NOTHING;
		}
	}

	private void target(String word, String name) {
		if (TARGET_FILLERS.contains(word)) {
			return;
		}
		add(name);
		this.expected = Expected.NOTHING;
		if (this.operation != null && CALLS.contains(this.operation) && this.procedure == null) {
			this.procedure = name;
		}
	}

	private void clause(String word) {
		if ("FROM".equals(word) && this.queries.get(this.depth) && !"DISTINCT".equals(this.last)) {
			this.fromDepth = this.depth;
			this.expected = Expected.TARGET;
		}
		else if ("JOIN".equals(word) || "USING".equals(word) && "MERGE".equals(this.operation)) {
			this.expected = Expected.TARGET;
		}
		else if ("INTO".equals(word) && this.awaitsInto) {
			this.awaitsInto = false;
			this.expected = Expected.TARGET;
		}
		else if (END_OF_FROM.contains(word) && this.depth == this.fromDepth) {
			this.fromDepth = -1;
		}
	}

	private void add(String word) {
		if (this.text.length() + word.length() < MAX_LENGTH) {
			this.text.append((this.text.isEmpty()) ? "" : " ").append(word);
		}
	}

	private enum Expected {

		DEFINED, TARGET, NOTHING

	}

}
