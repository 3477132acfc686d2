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

package io.sightline.console.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageFilesTests {

	private static final Path ROOT = Path.of("src/main/resources/static");

	private static final int MAX_BYTES = 60 * 1024;

	/** The ways in which text becomes markup or code. */
	private static final Pattern MARKUP = Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write"
			+ "|srcdoc|createContextualFragment|\\beval\\(|new Function|setAttribute\\('(style|on)");

	private static final Pattern ELSEWHERE = Pattern.compile("https?://(?!www\\.w3\\.org/2000/svg|localhost:)");

	@Test
	void isSmall() throws IOException {
		int size = 0;
		for (Path file : files()) {
			size += compressed(Files.readAllBytes(file));
		}
		assertThat(size).isPositive().isLessThan(MAX_BYTES);
	}

	@Test
	void makesTextOfEverything() throws IOException {
		for (Path file : files()) {
			assertThat(MARKUP.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
		}
	}

	@Test
	void loadsNothingFromElsewhere() throws IOException {
		for (Path file : files()) {
			assertThat(ELSEWHERE.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
		}
	}

	@Test
	void hasNothingInlineThatThePolicyForbids() throws IOException {
		assertThat(Files.readString(ROOT.resolve("index.html"))).doesNotContain("<style")
			.doesNotContain("style=")
			.doesNotContainPattern("<script(?![^>]*src=)")
			.doesNotContainPattern("\\son[a-z]+=");
	}

	private static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.walk(ROOT)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	private static int compressed(byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			out.write(content);
		}
		return bytes.size();
	}

}
