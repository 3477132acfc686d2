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

import io.sightline.diagnostics.WiringReport;

import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.util.MimeType;

/**
 * How the endpoint answers: JSON unless text is asked for.
 */
enum ReportMediaType implements Producible<ReportMediaType> {

	/**
	 * For terminals.
	 */
	TEXT("text/plain;charset=UTF-8") {

		@Override
		Object body(WiringReport report) {
			return ReportFormat.TEXT.write(report);
		}

	},

	/**
	 * For programs.
	 */
	JSON("application/json") {

		@Override
		Object body(WiringReport report) {
			return report.toMap();
		}

		@Override
		public boolean isDefault() {
			return true;
		}

	};

	private final MimeType mimeType;

	ReportMediaType(String mimeType) {
		this.mimeType = MimeType.valueOf(mimeType);
	}

	@Override
	public MimeType getProducedMimeType() {
		return this.mimeType;
	}

	abstract Object body(WiringReport report);

}
