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

package io.sightline.samples.common;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real PostgreSQL for tests, one for all tests of a module. It ends with them.
 */
public final class TestPostgres {

	private TestPostgres() {
	}

	/**
	 * Point the profile {@code postgres} at the database, which is started when asked
	 * for.
	 * @param registry takes the properties
	 */
	public static void register(DynamicPropertyRegistry registry) {
		registry.add("SAMPLE_DB_URL", () -> "jdbc:postgresql://localhost:" + Running.postgres.getPort() + "/postgres");
		registry.add("SAMPLE_DB_USER", () -> "postgres");
	}

	static boolean isAvailable() {
		try (InputStream binaries = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture())) {
			return binaries != null;
		}
		catch (IllegalStateException | IOException ex) {
			return false;
		}
	}

	private static String system() {
		String name = System.getProperty("os.name", "");
		if (name.startsWith("Windows")) {
			return "Windows";
		}
		return name.startsWith("Mac") ? "Darwin" : name;
	}

	private static String architecture() {
		String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
		return "amd64".equals(name) ? "x86_64" : name;
	}

	/** Started by the first who needs it. */
	private static final class Running {

		static final EmbeddedPostgres postgres = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.start();
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
