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
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * The database of a connection, as far as its URL tells.
 *
 * @param system one of OpenTelemetry's values of {@code db.system.name}
 * @param dialect how it quotes
 * @param keyValues where it is and what it is called
 */
record Database(String system, SqlDialect dialect, KeyValues keyValues) {

	private static final List<Product> PRODUCTS = List.of(
			new Product("postgresql", "postgresql", SqlDialect.POSTGRESQL),
			new Product("mysql", "mysql", SqlDialect.MYSQL), new Product("mariadb", "mariadb", SqlDialect.MYSQL),
			new Product("sqlserver", "microsoft.sql_server", SqlDialect.SQL_SERVER),
			new Product("oracle", "oracle.db", SqlDialect.STANDARD), new Product("db2", "ibm.db2", SqlDialect.STANDARD),
			new Product("h2", "h2database", SqlDialect.POSTGRESQL),
			new Product("hsqldb", "hsqldb", SqlDialect.STANDARD), new Product("derby", "derby", SqlDialect.STANDARD),
			new Product("sqlite", "sqlite", SqlDialect.STANDARD),
			new Product("clickhouse", "clickhouse", SqlDialect.UNKNOWN),
			new Product("sap", "sap.hana", SqlDialect.STANDARD));

	private static final Product OTHER = new Product("", "other_sql", SqlDialect.UNKNOWN);

	/**
	 * User information ends at the last {@code @} before the path.
	 */
	private static final Pattern SERVER = Pattern
		.compile("//(?:[^/;?]*@)?(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]{1,253})(?::(\\d{1,5})(?!\\d))?");

	private static final Pattern PATH = Pattern.compile("^[^/]*//[^/;?]*/([A-Za-z0-9._$-]{1,128})(?![^?;&/])");

	private static final Pattern PARAMETER = Pattern.compile("(?i)[;?&]databaseName=([A-Za-z0-9._$-]{1,128})");

	private static final Pattern EMBEDDED = Pattern
		.compile("^(?:mem:|file:)?(?:[^;?]*/)?([A-Za-z0-9._$-]{1,128})(?=[;?]|$)");

	static Database ofUrl(String url) {
		String name = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
		int colon = name.indexOf(':');
		String scheme = (colon > 0) ? name.substring(0, colon).toLowerCase(Locale.ROOT) : "";
		Product product = PRODUCTS.stream().filter((known) -> known.scheme().equals(scheme)).findFirst().orElse(OTHER);
		return new Database(product.system(), product.dialect(), describe(name.substring(colon + 1)));
	}

	private static KeyValues describe(String rest) {
		KeyValues values = KeyValues.empty();
		boolean remote = rest.contains("//");
		String namespace = remote ? first(PATH, rest) : first(EMBEDDED, rest);
		namespace = (namespace != null) ? namespace : first(PARAMETER, rest);
		if (namespace != null) {
			values = values.and(DatabaseKeys.NAMESPACE, namespace);
		}
		Matcher server = SERVER.matcher(rest);
		if (remote && server.find()) {
			values = values.and(KeyValue.of(DatabaseKeys.SERVER_ADDRESS, server.group(1).replaceAll("[\\[\\]]", "")));
			String port = server.group(2);
			values = (port != null) ? values.and(DatabaseKeys.SERVER_PORT, port) : values;
		}
		return values;
	}

	private static @Nullable String first(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find() ? matcher.group(1) : null;
	}

	private record Product(String scheme, String system, SqlDialect dialect) {

	}

}
