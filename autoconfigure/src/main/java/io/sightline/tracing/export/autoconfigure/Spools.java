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

package io.sightline.tracing.export.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;

import io.sightline.tracing.export.Spool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the spool, without which the application works as well.
 */
final class Spools {

	private static final Logger logger = LoggerFactory.getLogger(Spools.class);

	private Spools() {
	}

	static @Nullable Spool open(SpoolProperties properties) {
		Path directory = properties.directory();
		if (directory == null) {
			return null;
		}
		try {
			return Spool.open(directory, properties.maxSize().toBytes());
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("Spans are not kept on disk, as '{}' cannot be used: {}. Set "
					+ "'sightline.tracing.spool.directory' to a directory that this instance can write to and no "
					+ "other uses", directory, ex.toString());
			return null;
		}
	}

}
