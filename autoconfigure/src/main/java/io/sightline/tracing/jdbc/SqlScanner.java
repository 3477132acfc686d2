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

import java.util.Locale;
import java.util.Set;

import io.sightline.tracing.jdbc.SqlDialect.Backslash;
import io.sightline.tracing.jdbc.SqlDialect.Feature;

/**
 * Goes through a statement once, and takes literals and comments out. Whatever does not
 * end, and whatever can be read in two ways, counts as a literal up to the end.
 */
final class SqlScanner {

	private static final Set<String> STRING_PREFIXES = Set.of("B", "E", "N", "X", "Q", "NQ", "_UTF8", "_UTF8MB4");

	private static final String OPENING = "([{<";

	private static final String CLOSING = ")]}>";

	private final String sql;

	private final SqlDialect dialect;

	private final SqlComments comments;

	private final int maxLength;

	private final SqlSummary summary;

	private final StringBuilder out;

	private int at;

	private int inList = -1;

	private boolean afterIn;

	private boolean space;

	SqlScanner(String sql, SqlDialect dialect, int maxLength, SqlSummary summary) {
		this.sql = sql;
		this.dialect = dialect;
		this.comments = new SqlComments(sql, dialect);
		this.maxLength = maxLength;
		this.summary = summary;
		this.out = new StringBuilder(Math.min(sql.length(), maxLength));
	}

	String scan() {
		while (this.at < this.sql.length() && this.out.length() <= this.maxLength) {
			if (Character.isWhitespace(this.sql.charAt(this.at))) {
				this.at++;
				this.space = true;
			}
			else if (this.comments.isStart(this.at)) {
				this.at = this.comments.end(this.at);
				this.space = true;
			}
			else {
				if (this.space && !this.out.isEmpty()) {
					this.out.append(' ');
				}
				this.space = false;
				token();
			}
		}
		return this.out.toString();
	}

	private void token() {
		char c = this.sql.charAt(this.at);
		if (c == '\'' || c == '"' && this.dialect.has(Feature.DOUBLE_QUOTED_STRINGS)) {
			literal(endOfString(c, this.dialect.backslash()));
		}
		else if (isNameStart(c) || isNameQuote(c)) {
			name();
		}
		else if (isDigit(this.at) || c == '.' && isDigit(this.at + 1)) {
			literal(endOfNumber());
		}
		else if (c == '$') {
			dollar();
		}
		else {
			punctuation(c);
		}
	}

	private void punctuation(char c) {
		if (c == ')' && this.inList >= 0) {
			collapseList();
		}
		this.out.append(c);
		this.at++;
		if (c == '(' && this.afterIn) {
			this.inList = this.out.length();
		}
		this.afterIn = false;
		if ((c == ':' || c == '@') && this.at < this.sql.length() && isNameStart(this.sql.charAt(this.at))) {
			int end = endOfWord(this.at);
			this.out.append(this.sql, this.at, end);
			this.at = end;
		}
		this.summary.punctuation(c);
	}

	/**
	 * A list of values has one form, however many there are.
	 */
	private void collapseList() {
		for (int i = this.inList; i < this.out.length(); i++) {
			if (" ,?".indexOf(this.out.charAt(i)) < 0) {
				this.inList = -1;
				return;
			}
		}
		this.out.setLength(this.inList);
		this.out.append('?');
		this.inList = -1;
	}

	private void literal(int end) {
		this.out.append('?');
		this.at = end;
		this.afterIn = false;
		this.summary.literal();
	}

	private void name() {
		int start = this.at;
		int end = endOfPart(start);
		while (end > 0 && end + 1 < this.sql.length() && this.sql.charAt(end) == '.'
				&& (isNameStart(this.sql.charAt(end + 1)) || isNameQuote(this.sql.charAt(end + 1)))) {
			end = endOfPart(end + 1);
		}
		if (end < 0) {
			literal(this.sql.length());
			return;
		}
		String name = this.sql.substring(start, end);
		if (end < this.sql.length() && this.sql.charAt(end) == '\'' && isPrefix(name)) {
			this.at = end;
			literal(endOfPrefixedString(name.toUpperCase(Locale.ROOT)));
			return;
		}
		this.out.append(name);
		this.at = end;
		this.afterIn = "IN".equalsIgnoreCase(name);
		this.summary.name(name);
	}

	private static boolean isPrefix(String name) {
		return STRING_PREFIXES.contains(name.toUpperCase(Locale.ROOT));
	}

	private int endOfPrefixedString(String prefix) {
		if (prefix.endsWith("Q") && this.at + 1 < this.sql.length()) {
			char open = this.sql.charAt(this.at + 1);
			int pair = OPENING.indexOf(open);
			char close = (pair >= 0) ? CLOSING.charAt(pair) : open;
			int end = this.sql.indexOf(close + "'", this.at + 2);
			return (end >= 0) ? end + 2 : this.sql.length();
		}
		return endOfString('\'', "E".equals(prefix) ? Backslash.ESCAPES : this.dialect.backslash());
	}

	private int endOfString(char quote, Backslash backslash) {
		int i = this.at + 1;
		while (i < this.sql.length()) {
			char c = this.sql.charAt(i);
			if (c == '\\' && backslash == Backslash.UNKNOWN) {
				return this.sql.length();
			}
			if (c == '\\' && backslash == Backslash.ESCAPES) {
				i++;
			}
			else if (c == quote) {
				if (i + 1 >= this.sql.length() || this.sql.charAt(i + 1) != quote) {
					return i + 1;
				}
				i++;
			}
			i++;
		}
		return this.sql.length();
	}

	private int endOfNumber() {
		int i = this.at;
		while (i < this.sql.length()) {
			char c = this.sql.charAt(i);
			boolean sign = (c == '+' || c == '-') && i > this.at && "eE".indexOf(this.sql.charAt(i - 1)) >= 0;
			if (!sign && c != '.' && !isNamePart(c)) {
				return i;
			}
			i++;
		}
		return i;
	}

	private void dollar() {
		int tag = this.at + 1;
		while (tag < this.sql.length() && this.sql.charAt(tag) != '$' && isNamePart(this.sql.charAt(tag))) {
			tag++;
		}
		boolean quote = this.dialect.has(Feature.DOLLAR_QUOTES) && tag < this.sql.length()
				&& this.sql.charAt(tag) == '$' && !isDigit(this.at + 1);
		if (quote) {
			String delimiter = this.sql.substring(this.at, tag + 1);
			int end = this.sql.indexOf(delimiter, tag + 1);
			literal((end >= 0) ? end + delimiter.length() : this.sql.length());
			return;
		}
		this.out.append(this.sql, this.at, tag);
		this.at = tag;
		this.summary.literal();
	}

	private int endOfPart(int start) {
		char c = this.sql.charAt(start);
		if (!isNameQuote(c)) {
			return endOfWord(start);
		}
		char close = (c == '[') ? ']' : c;
		int end = this.sql.indexOf(close, start + 1);
		while (end >= 0 && end + 1 < this.sql.length() && this.sql.charAt(end + 1) == close) {
			end = this.sql.indexOf(close, end + 2);
		}
		return end + ((end >= 0) ? 1 : 0);
	}

	private int endOfWord(int start) {
		int i = start;
		while (i < this.sql.length() && isNamePart(this.sql.charAt(i))) {
			i++;
		}
		return i;
	}

	private boolean isNameQuote(char c) {
		return c == '"' && !this.dialect.has(Feature.DOUBLE_QUOTED_STRINGS) || c == '`'
				|| c == '[' && this.dialect.has(Feature.BRACKETS);
	}

	private static boolean isNameStart(char c) {
		return Character.isLetter(c) || Character.isSurrogate(c) || c == '_';
	}

	private boolean isNamePart(char c) {
		return isNameStart(c) || c >= '0' && c <= '9' || c == '$'
				|| c == '#' && !this.dialect.has(Feature.HASH_COMMENTS);
	}

	private boolean isDigit(int index) {
		return index < this.sql.length() && Character.isDigit(this.sql.charAt(index));
	}

}
