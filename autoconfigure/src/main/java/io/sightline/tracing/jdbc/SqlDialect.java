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

import java.util.Set;

/**
 * How a database quotes, as far as literals must be told from the rest. What is unknown
 * is taken for a literal.
 */
enum SqlDialect {

	/**
	 * As the standard says.
	 */
	STANDARD(Backslash.PLAIN),

	/**
	 * PostgreSQL, and H2, which knows its dollar quotes.
	 */
	POSTGRESQL(Backslash.PLAIN, Feature.DOLLAR_QUOTES),

	/**
	 * MySQL and MariaDB.
	 */
	MYSQL(Backslash.ESCAPES, Feature.DOUBLE_QUOTED_STRINGS, Feature.HASH_COMMENTS),

	/**
	 * SQL Server.
	 */
	SQL_SERVER(Backslash.PLAIN, Feature.BRACKETS),

	/**
	 * Any other database.
	 */
	UNKNOWN(Backslash.UNKNOWN, Feature.DOUBLE_QUOTED_STRINGS, Feature.DOLLAR_QUOTES);

	private final Backslash backslash;

	private final Set<Feature> features;

	SqlDialect(Backslash backslash, Feature... features) {
		this.backslash = backslash;
		this.features = Set.of(features);
	}

	Backslash backslash() {
		return this.backslash;
	}

	boolean has(Feature feature) {
		return this.features.contains(feature);
	}

	/**
	 * What not all databases have.
	 */
	enum Feature {

		/**
		 * Identifiers in square brackets.
		 */
		BRACKETS,

		/**
		 * Strings between tags in dollar signs.
		 */
		DOLLAR_QUOTES,

		/**
		 * Strings in double quotes.
		 */
		DOUBLE_QUOTED_STRINGS,

		/**
		 * Comments from a hash sign to the end of the line.
		 */
		HASH_COMMENTS

	}

	/**
	 * What a backslash is in a string.
	 */
	enum Backslash {

		/**
		 * A character like any other.
		 */
		PLAIN,

		/**
		 * The beginning of an escape sequence.
		 */
		ESCAPES,

		/**
		 * One or the other.
		 */
		UNKNOWN

	}

}
