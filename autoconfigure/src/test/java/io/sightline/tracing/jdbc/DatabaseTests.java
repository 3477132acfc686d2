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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Database}.
 */
class DatabaseTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			jdbc:postgresql://db.example.com:5433/shop?user=a&password=b | postgresql | db.example.com | 5433 | shop
			jdbc:postgresql://one:1,two:2/shop | postgresql | one | 1 | shop
			jdbc:postgresql:shop | postgresql | - | - | shop
			jdbc:mysql://u:p@s@db:3306/shop | mysql | db | 3306 | shop
			jdbc:mariadb://[::1]:3306/shop | mariadb | ::1 | 3306 | shop
			jdbc:sqlserver://db:1433;databaseName=shop;password=x | microsoft.sql_server | db | 1433 | shop
			jdbc:oracle:thin:@//db:1521/shop | oracle.db | db | 1521 | shop
			jdbc:oracle:thin:scott/tiger@db:1521:sid | oracle.db | - | - | -
			jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1 | h2database | - | - | shop
			jdbc:h2:file:/var/lib/shop | h2database | - | - | shop
			jdbc:hsqldb:mem:shop | hsqldb | - | - | shop
			jdbc:fancy://db:99/shop | other_sql | db | 99 | shop
			nonsense | other_sql | - | - | nonsense
			""")
	void readsUrl(String url, String system, @Nullable String address, @Nullable String port,
			@Nullable String namespace) {
		Database database = Database.ofUrl(url);
		assertThat(database.system()).isEqualTo(system);
		assertThat(value(database, DatabaseKeys.SERVER_ADDRESS)).isEqualTo(address);
		assertThat(value(database, DatabaseKeys.SERVER_PORT)).isEqualTo(port);
		assertThat(value(database, DatabaseKeys.NAMESPACE)).isEqualTo(namespace);
	}

	@Test
	void tellsNothingOfEmptyUrl() {
		assertThat(Database.ofUrl("").keyValues()).isEmpty();
	}

	private static @Nullable String value(Database database, String key) {
		return database.keyValues()
			.stream()
			.filter((value) -> value.getKey().equals(key))
			.map((value) -> value.getValue())
			.findFirst()
			.orElse(null);
	}

}
