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

package io.sightline.logging.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.sightline.logging.LogFormat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the field reference equal to the tables. Run with {@code -Ddocs.write=true} to
 * write it anew.
 */
class LogFieldsReferenceTests {

	private static final Path REFERENCE = Path.of("../docs/log-fields.md");

	@Test
	void referenceIsWhatTheTablesSay() throws IOException {
		String reference = reference();
		if (Boolean.getBoolean("docs.write")) {
			Files.createDirectories(REFERENCE.getParent());
			Files.writeString(REFERENCE, reference);
		}
		assertThat(REFERENCE).hasContent(reference);
	}

	private static String reference() {
		StringBuilder text = new StringBuilder("""
				# Log fields

				Generated from the code's tables. `sightline.logging.format` chooses the format. A field is on a line
				only if there is something to say. The key is what `sightline.logging.fields.rename.<key>` and
				`sightline.logging.fields.exclude` take, whatever the format.

				What the application adds (key-values, structured arguments, markers with fields, MDC) follows these
				fields with its JSON types. A name that is taken gets the prefix `app_`. In `ecs`, texts go to
				`labels.*` and other values to `app.*`, with `_` for what is not allowed there (`.`, `*`, `\\`); in
				`otel`, everything goes to `Attributes`. A line that could not be written in full has `encoding_error`
				(`labels.encoding_error` in `ecs`).
				""");
		for (LogFormat format : LogFormat.values()) {
			if (format != LogFormat.TEXT) {
				append(text, format);
			}
		}
		return text.toString();
	}

	private static void append(StringBuilder text, LogFormat format) {
		text.append("\n## `").append(format.name().toLowerCase(java.util.Locale.ROOT)).append("`\n\n");
		text.append("| field | key | what |\n|---|---|---|\n");
		for (FormatTable.Entry entry : FormatTable.of(format).entries()) {
			String object = (entry.object() != null) ? "`" + entry.object() + "` → " : "";
			String key = (entry.constant() != null) ? "" : "`" + entry.field().key() + "`";
			String constant = (entry.constant() != null) ? " `" + entry.constant() + "`" : "";
			text.append("| ").append(object).append('`').append(entry.name()).append("` | ").append(key);
			text.append(" | ").append(entry.field().description()).append(constant).append(" |\n");
		}
	}

}
