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

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * A service to ask.
 *
 * @param name the name of the service, unless it says another itself
 * @param actuator where its endpoints are, without a slash at the end
 * @param fromFile whether a file names it, which may be written by others than those who
 * set credentials
 */
record Target(String name, URI actuator, boolean fromFile) {

	private static final String PATH = "/actuator";

	Target(String name, URI actuator) {
		this(name, actuator, false);
	}

	static boolean isUrl(@Nullable URI url) {
		return url != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
				&& url.getHost() != null && url.getUserInfo() == null && url.getQuery() == null
				&& url.getFragment() == null;
	}

	static Target of(String name, URI base) {
		String text = base.toString();
		return new Target(name, URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + PATH));
	}

	/**
	 * Return what tells it from others with the same name.
	 * @return its address
	 */
	String instance() {
		String path = this.actuator.getPath();
		return this.actuator.getAuthority() + (path.equals(PATH) ? "" : path);
	}

	URI uri(String path) {
		return URI.create(this.actuator + path);
	}

}
