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
import java.util.Locale;

/**
 * The file of the store cannot be used.
 */
final class StoreFileException extends RuntimeException {

	private final Path file;

	StoreFileException(Path file, Throwable cause) {
		super("The store's file " + file + " cannot be used: " + firstLine(cause), cause);
		this.file = file;
	}

	private static String firstLine(Throwable cause) {
		return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
	}

	Path file() {
		return this.file;
	}

	boolean isLocked() {
		return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("lock on file");
	}

	boolean isUnreachable() {
		return String.valueOf(getMessage()).contains("Cannot open file");
	}

}
