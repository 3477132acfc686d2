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

package io.sightline.diagnostics.autoconfigure;

import java.util.Locale;

import io.sightline.diagnostics.TextReport;
import io.sightline.diagnostics.WiringReport;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;
import org.springframework.core.env.Environment;

/**
 * How a report is written.
 */
enum ReportFormat {

	/**
	 * For terminals.
	 */
	TEXT {

		@Override
		String write(WiringReport report) {
			return TextReport.of(report);
		}

	},

	/**
	 * For programs.
	 */
	JSON {

		@Override
		String write(WiringReport report) {
			return JsonWriter.standard().writeToString(report.toMap());
		}

	};

	private static final String PROPERTY = "sightline.report";

	/**
	 * The format that is asked for when the application is only to report.
	 */
	static @Nullable ReportFormat asked(Environment environment) {
		String value = environment.getProperty(PROPERTY);
		if (value == null || "false".equalsIgnoreCase(value)) {
			return null;
		}
		return JSON.name().equals(value.toUpperCase(Locale.ROOT)) ? JSON : TEXT;
	}

	abstract String write(WiringReport report);

}
