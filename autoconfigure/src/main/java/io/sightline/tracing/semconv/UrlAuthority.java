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

package io.sightline.tracing.semconv;

import org.jspecify.annotations.Nullable;

/**
 * Where a URL leads.
 *
 * @param host the host
 * @param port the port, if need be the one that the scheme means
 */
record UrlAuthority(String host, int port) {

	private static final int HTTP = 80;

	private static final int HTTPS = 443;

	private static final int MAX_PORT = 65535;

	/**
	 * Reads a URL without the cost and the strictness of a parser.
	 * @param url an absolute URL
	 * @return where it leads, or {@code null} if it does not tell
	 */
	static @Nullable UrlAuthority of(String url) {
		int scheme = url.indexOf("://");
		if (scheme <= 0) {
			return null;
		}
		int start = scheme + 3;
		int end = end(url, start);
		start = Math.max(start, url.lastIndexOf('@', end - 1) + 1);
		int colon = url.lastIndexOf(':', end - 1);
		boolean explicit = colon >= start && url.indexOf(']', colon) < 0;
		long port = (explicit) ? Numbers.parse(url.substring(colon + 1, end)) : -1;
		String host = url.substring(start, (explicit) ? colon : end);
		int standard = url.startsWith("https") ? HTTPS : HTTP;
		return host.isEmpty() ? null : new UrlAuthority(host, (port >= 0 && port <= MAX_PORT) ? (int) port : standard);
	}

	private static int end(String url, int start) {
		for (int i = start; i < url.length(); i++) {
			char c = url.charAt(i);
			if (c == '/' || c == '?' || c == '#') {
				return i;
			}
		}
		return url.length();
	}

}
