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

package io.sightline.console.store;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * How much is kept, and where.
 *
 * @param maxSpans How many spans are kept
 * @param maxLogs How many log lines are kept
 * @param maxPoints How many values of meters are kept
 * @param maxSeries How many meters have values that are kept, each with each combination
 * of its tags counted by itself
 * @param maxSize How much room all of it may take, as it is estimated: two thirds for
 * spans, a quarter for log lines
 * @param maxAge For how long anything is kept
 * @param maxPending How many items may wait to be written, beyond which senders are asked
 * to come again
 * @param maxPendingSize How many bytes of requests may wait to be written
 * @param memoryLimit How much memory the database may take
 * @param file File that keeps everything beyond the end of the process; in memory if
 * empty
 */
@ConfigurationProperties("console.store")
public record StoreProperties(@DefaultValue("200000") long maxSpans, @DefaultValue("200000") long maxLogs,
		@DefaultValue("500000") long maxPoints, @DefaultValue("20000") int maxSeries,
		@DefaultValue("384MB") DataSize maxSize, @DefaultValue("24h") Duration maxAge,
		@DefaultValue("50000") int maxPending, @DefaultValue("32MB") DataSize maxPendingSize,
		@DefaultValue("1GB") DataSize memoryLimit, @DefaultValue("") String file) {

	public StoreProperties {
		positive("max-spans", maxSpans);
		positive("max-logs", maxLogs);
		positive("max-points", maxPoints);
		positive("max-series", maxSeries);
		positive("max-size", maxSize.toBytes());
		positive("max-age", maxAge.toMillis());
		positive("max-pending", maxPending);
		Assert.isTrue(memoryLimit.compareTo(maxSize) > 0,
				() -> "console.store.memory-limit (" + memoryLimit + ") must be above console.store.max-size");
	}

	private static void positive(String name, long value) {
		Assert.isTrue(value > 0, () -> "console.store." + name + " must be above 0");
	}

	@Nullable Path path() {
		return this.file.isBlank() ? null : Path.of(this.file).toAbsolutePath();
	}

	Bounds spans() {
		return new Bounds(this.maxSpans, this.maxSize.toBytes() * 8 / 12, this.maxAge);
	}

	Bounds logs() {
		return new Bounds(this.maxLogs, this.maxSize.toBytes() * 3 / 12, this.maxAge);
	}

	Bounds points() {
		return new Bounds(this.maxPoints, this.maxSize.toBytes() / 12, this.maxAge);
	}

}
