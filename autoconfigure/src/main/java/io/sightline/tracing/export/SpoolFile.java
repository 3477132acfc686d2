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

package io.sightline.tracing.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One batch on disk.
 *
 * @param path where it is
 * @param number its place in the order
 * @param spans how many spans it holds
 * @param size how many bytes
 */
record SpoolFile(Path path, long number, long spans, long size) {

	private static final Pattern NAME = Pattern.compile("(\\d{18})-(\\d{1,9})\\.otlp");

	private static final int COUNT_GROUP = 2;

	static SpoolFile of(Path directory, long number, long spans, long size) {
		return new SpoolFile(directory.resolve("%018d-%d.otlp".formatted(number, spans)), number, spans, size);
	}

	/**
	 * The batch that a file is, or {@code null} if it is none.
	 */
	static @Nullable SpoolFile of(Path path) {
		Matcher matcher = NAME.matcher(String.valueOf(path.getFileName()));
		if (!matcher.matches()) {
			return null;
		}
		try {
			return new SpoolFile(path, Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(COUNT_GROUP)),
					Files.size(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	byte[] read() throws IOException {
		return Files.readAllBytes(this.path);
	}

	void delete() {
		try {
			Files.deleteIfExists(this.path);
		}
		catch (IOException ex) {
			// Sent once more after a restart, and refused as known by then.
			return;
		}
	}

}
