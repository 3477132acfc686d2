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

package io.sightline.diagnostics.keys;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParser;
import org.springframework.boot.json.JsonParserFactory;

/**
 * The properties below {@value #PREFIX} of the configuration metadata on the class path,
 * ours and those of who extends us.
 */
public final class KnownProperties {

	private static final String PREFIX = "sightline.";

	private static final String LOCATION = "META-INF/spring-configuration-metadata.json";

	/**
	 * A jar that holds many may have kept the metadata of another.
	 */
	private static final String PROOF = PREFIX + "enabled";

	private final SortedMap<String, KnownProperty> properties;

	private KnownProperties(SortedMap<String, KnownProperty> properties) {
		this.properties = Collections.unmodifiableSortedMap(properties);
	}

	/**
	 * Reads all metadata.
	 * @param loader finds it
	 * @return the properties; none if our own metadata is not there
	 */
	public static KnownProperties load(ClassLoader loader) {
		return load(loader, (url) -> true);
	}

	/**
	 * Reads our own metadata, which is quicker.
	 * @param loader finds it
	 * @return the properties; none if our own metadata is not where this class is
	 */
	public static KnownProperties ofHouse(ClassLoader loader) {
		String name = KnownProperties.class.getName().replace('.', '/') + ".class";
		URL home = KnownProperties.class.getClassLoader().getResource(name);
		String root = (home != null) ? home.toString().replace(name, "") : "";
		return load(loader, (url) -> url.toString().equals(root + LOCATION));
	}

	private static KnownProperties load(ClassLoader loader, Predicate<URL> choice) {
		SortedMap<String, KnownProperty> properties = new TreeMap<>();
		JsonParser parser = JsonParserFactory.getJsonParser();
		try {
			for (URL url : Collections.list(loader.getResources(LOCATION))) {
				if (choice.test(url)) {
					add(parser, read(url), properties);
				}
			}
		}
		catch (IOException | JsonParseException ex) {
			return new KnownProperties(new TreeMap<>());
		}
		return new KnownProperties(properties.containsKey(PROOF) ? properties : new TreeMap<>());
	}

	private static String read(URL url) throws IOException {
		try (InputStream stream = url.openStream()) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static void add(JsonParser parser, String metadata, Map<String, KnownProperty> target) {
		// Most of what is on a class path has none of ours, and is long.
		if (metadata.contains('"' + PREFIX) && parser.parseMap(metadata).get("properties") instanceof List<?> list) {
			for (Object element : list) {
				if (element instanceof Map<?, ?> map && String.valueOf(map.get("name")).startsWith(PREFIX)) {
					String name = String.valueOf(map.get("name"));
					String type = String.valueOf(map.get("type"));
					target.put(name, new KnownProperty(name, type, text(map.get("defaultValue"))));
				}
			}
		}
	}

	private static @Nullable String text(@Nullable Object value) {
		if (value instanceof List<?> list) {
			return list.stream().map(String::valueOf).collect(Collectors.joining(","));
		}
		return (value != null) ? value.toString() : null;
	}

	/**
	 * The properties.
	 * @return the properties by name, in order
	 */
	public SortedMap<String, KnownProperty> byName() {
		return this.properties;
	}

}
