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

package io.sightline.console.scrape;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file with targets: a list of groups, each with addresses and labels. It is read again
 * when it changes; while it cannot be read, the targets of before stay.
 */
final class TargetFile {

	private static final Logger log = LoggerFactory.getLogger(TargetFile.class);

	private static final long MAX_SIZE = 1 << 20;

	private static final String METRICS_PATH = "/prometheus";

	private final JsonMapper mapper = new JsonMapper();

	private final Path path;

	private @Nullable FileTime read;

	private boolean failed;

	private List<Target> targets = List.of();

	TargetFile(Path path) {
		this.path = path;
	}

	List<Target> targets() {
		try {
			FileTime modified = Files.getLastModifiedTime(this.path);
			if (!modified.equals(this.read)) {
				this.targets = parse();
				this.read = modified;
				log.info("{} has {} targets", this.path, this.targets.size());
			}
			this.failed = false;
		}
		catch (JacksonException ex) {
			// Its text quotes the file.
			failed("not JSON in line " + ex.getLocation().getLineNr() + ", column " + ex.getLocation().getColumnNr());
		}
		catch (IOException ex) {
			failed(ex.toString());
		}
		return this.targets;
	}

	private void failed(String problem) {
		if (!this.failed) {
			log.warn("{} cannot be read, so its {} targets stay as they were: {}", this.path, this.targets.size(),
					problem);
		}
		this.failed = true;
	}

	/**
	 * Return what is wrong with it.
	 * @return the problem, or nothing
	 */
	@Nullable String problem() {
		return this.failed ? this.path.getFileName() + " cannot be read" : null;
	}

	private List<Target> parse() throws IOException {
		if (Files.size(this.path) > MAX_SIZE) {
			throw new IOException("larger than 1 MiB");
		}
		JsonNode groups = this.mapper.readTree(Files.readString(this.path, StandardCharsets.UTF_8));
		if (!groups.isArray()) {
			throw new IOException("not a list of targets with labels");
		}
		List<Target> found = new ArrayList<>();
		for (JsonNode group : groups) {
			for (JsonNode address : group.path("targets")) {
				found.add(target(address.asString(""), group.path("labels")));
			}
		}
		return found;
	}

	private static Target target(String address, JsonNode labels) throws IOException {
		String metrics = labels.path("__metrics_path__").asString("/actuator" + METRICS_PATH);
		URI url = uri(labels.path("__scheme__").asString("http") + "://" + address);
		if (!Target.isUrl(url) || !url.getPath().isEmpty() || !metrics.endsWith(METRICS_PATH)
				|| !metrics.startsWith("/")) {
			throw noTarget();
		}
		String actuator = metrics.substring(0, metrics.length() - METRICS_PATH.length());
		return new Target(name(address, labels), uri(url + actuator), true);
	}

	private static URI uri(String text) throws IOException {
		try {
			return new URI(text);
		}
		catch (URISyntaxException ex) {
			throw noTarget();
		}
	}

	/** What it is may hold a password, so it is not told. */
	private static IOException noTarget() {
		return new IOException("one of its addresses is not a host with a port, or its labels make no URL of it");
	}

	private static String name(String address, JsonNode labels) {
		for (String label : List.of("service", "application", "job")) {
			String value = labels.path(label).asString("");
			if (!value.isEmpty()) {
				return value;
			}
		}
		return address;
	}

}
