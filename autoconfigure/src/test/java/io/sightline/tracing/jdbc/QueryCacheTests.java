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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link QueryCache}.
 */
class QueryCacheTests {

	private final QueryCache cache = new QueryCache(Database.ofUrl("jdbc:h2:mem:cache"), 100);

	@Test
	void understandsOnce() {
		assertThat(this.cache.get("select 1")).isSameAs(this.cache.get("select 1"));
	}

	@Test
	void keepsWhatIsAskedForAndForgetsTheRest() {
		Query asked = this.cache.get("asked");
		Query forgotten = this.cache.get("forgotten");
		for (int i = 0; i < 4 * QueryCache.GENERATION; i++) {
			this.cache.get("select " + i);
			this.cache.get("asked");
		}
		assertThat(this.cache.get("asked")).isSameAs(asked);
		assertThat(this.cache.get("forgotten")).isNotSameAs(forgotten);
	}

	@Test
	void doesNotKeepLongStatements() {
		String sql = "select " + "a, ".repeat(5000) + "b from t";
		assertThat(this.cache.get(sql)).isNotSameAs(this.cache.get(sql));
	}

}
