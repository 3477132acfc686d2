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

package io.sightline.identity.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the id of the container that this process runs in, from the files in which Linux
 * tells it: control group paths (v1) or the mount of the container's host name (v2).
 */
final class ContainerId {

	private static final Pattern CGROUP = Pattern.compile("/(?:docker|cri-containerd|crio|libpod)?-?([0-9a-f]{64})");

	private static final Pattern MOUNT = Pattern.compile("/containers/([0-9a-f]{64})/");

	private final Path process;

	ContainerId(Path process) {
		this.process = process;
	}

	Optional<String> find() {
		return first("cgroup", CGROUP).or(() -> first("mountinfo", MOUNT));
	}

	private Optional<String> first(String file, Pattern pattern) {
		try (Stream<String> lines = Files.lines(this.process.resolve(file))) {
			return lines.map(pattern::matcher).filter(Matcher::find).map((found) -> found.group(1)).findFirst();
		}
		catch (IOException | RuntimeException ex) {
			// Not Linux, or not ours to read: there is simply no container to name.
			return Optional.empty();
		}
	}

}
