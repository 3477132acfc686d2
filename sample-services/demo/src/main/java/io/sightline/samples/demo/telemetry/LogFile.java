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

package io.sightline.samples.demo.telemetry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service has logged.
 *
 * @param lines the lines that keep the contract
 * @param defects what is wrong with the others, each with its line number
 */
public record LogFile(List<LogLine> lines, List<String> defects) {

	public LogFile {
		lines = List.copyOf(lines);
		defects = List.copyOf(defects);
	}

	/**
	 * Read a log.
	 * @param file the file, which may be absent
	 * @return what is in it
	 */
	public static LogFile read(Path file) {
		try {
			return parse(Files.readAllBytes(file));
		}
		catch (IOException ex) {
			return new LogFile(List.of(), List.of("not readable: " + ex));
		}
	}

	static LogFile parse(byte[] content) {
		List<LogLine> lines = new ArrayList<>();
		List<String> defects = new ArrayList<>();
		LogLineParser parser = new LogLineParser();
		int number = 0;
		int start = 0;
		for (int end = indexOfNewline(content, start); end >= 0; end = indexOfNewline(content, start)) {
			number++;
			try {
				lines.add(parser.parse(utf8(content, start, end)));
			}
			catch (MalformedLineException ex) {
				defects.add("line " + number + ": " + ex.getMessage());
			}
			start = end + 1;
		}
		if (start < content.length) {
			defects.add("line " + (number + 1) + ": not ended by a newline");
		}
		return new LogFile(lines, defects);
	}

	private static int indexOfNewline(byte[] content, int from) {
		for (int i = from; i < content.length; i++) {
			if (content[i] == '\n') {
				return i;
			}
		}
		return -1;
	}

	private static String utf8(byte[] content, int start, int end) throws MalformedLineException {
		try {
			// A new decoder reports what String would silently replace.
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content, start, end - start)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new MalformedLineException("not UTF-8", ex);
		}
	}

	/**
	 * Return the lines of one trace.
	 * @param traceId the trace
	 * @return its lines
	 */
	public List<LogLine> trace(String traceId) {
		return this.lines.stream().filter((line) -> line.traceId().equals(traceId)).toList();
	}

}
