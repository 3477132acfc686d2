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

package io.sightline.console.exchange;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.sightline.console.api.BadFieldException;
import io.sightline.console.api.NotFoundException;
import io.sightline.console.otlp.TraceFiles;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives traces away and takes them back.
 */
@RestController
final class ExchangeController {

	private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

	private final TraceExport export;

	private final TraceImport imports;

	private final TraceFiles files;

	ExchangeController(TraceExport export, TraceImport imports, TraceFiles files) {
		this.export = export;
		this.imports = imports;
		this.files = files;
	}

	@GetMapping(path = "/api/traces/{id}/export", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Map<String, Object>> export(@PathVariable("id") String id) {
		if (!TRACE_ID.matcher(id).matches()) {
			throw new BadFieldException("id", "is to be 32 hexadecimal digits in lower case");
		}
		Map<String, Object> trace = this.export.of(id);
		if (List.of().equals(trace.get("resourceSpans"))) {
			throw new NotFoundException("There is no such trace: it was never received, or dropped to make room");
		}
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trace-" + id + ".json\"")
			.body(trace);
	}

	@PostMapping(path = "/api/traces/import", produces = MediaType.APPLICATION_JSON_VALUE)
	Imported take(HttpServletRequest request) {
		return this.imports.take(this.files.read(request));
	}

}
