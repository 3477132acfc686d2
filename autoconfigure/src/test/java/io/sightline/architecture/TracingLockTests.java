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

package io.sightline.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No thread of a request waits for another one in the code of tracing.
 */
class TracingLockTests {

	private static final Path TRACING = Path.of("src", "main", "java", "io", "sightline", "tracing");

	private static final Pattern LOCK = Pattern.compile(
			"\\bsynchronized\\b|concurrent\\.locks\\.(?!LockSupport)|Semaphore|BlockingQueue|BlockingDeque|Latch|Barrier");

	/**
	 * Makes the executor of the client that exports, which no request uses.
	 */
	private static final Path EXPORT = TRACING.resolve(Path.of("export", "OtlpHttpSender.java"));

	@Test
	void nothingButTheExportWaits() throws IOException {
		try (Stream<Path> files = Files.walk(TRACING)) {
			assertThat(files.filter(Files::isRegularFile)).filteredOn(TracingLockTests::waits).containsExactly(EXPORT);
		}
	}

	private static boolean waits(Path file) {
		try {
			return LOCK.matcher(Files.readString(file)).find();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
