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

package io.sightline.tracing.jdbc.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Observation of statements that go to a database.
 *
 * @param enabled Whether each execution of a statement by a "DataSource" is a span, and
 * counts in the timer "jdbc.query".
 * @param parentless Whether statements outside of a trace, such as polls and migrations,
 * are observed too.
 * @param maxQueryLength Number of characters of a statement that its span keeps.
 */
@ConfigurationProperties("sightline.tracing.jdbc")
record JdbcTracingProperties(@DefaultValue("true") boolean enabled, @DefaultValue("false") boolean parentless,
		@DefaultValue("2048") int maxQueryLength) {

	private static final int MIN_LENGTH = 16;

	private static final int MAX_LENGTH = 65536;

	JdbcTracingProperties {
		Assert.isTrue(maxQueryLength >= MIN_LENGTH && maxQueryLength <= MAX_LENGTH,
				() -> "'max-query-length' must be from " + MIN_LENGTH + " to " + MAX_LENGTH + ": " + maxQueryLength);
	}

}
