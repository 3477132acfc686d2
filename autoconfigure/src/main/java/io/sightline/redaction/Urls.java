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

package io.sightline.redaction;

import java.util.Set;

/**
 * Takes the user information out of a URL and redacts the secret values of its query and
 * its fragment.
 */
final class Urls {

	// Secret in a URL, where OAuth and signed links put them, but not elsewhere.
	private static final Set<String> URL_KEYS = Set.of("code", "signature", "assertion", "samlresponse", "ticket");

	private static final int MAX_PORT = 5;

	private final SecretKeys keys;

	private final Replacement replacement;

	Urls(SecretKeys keys, Replacement replacement) {
		this.keys = keys;
		this.replacement = replacement;
	}

	String redact(String url) {
		String anonymous = withoutUserInfo(url);
		int query = anonymous.indexOf('?');
		int fragment = anonymous.indexOf('#');
		int start = (query < 0 || (fragment >= 0 && fragment < query)) ? fragment : query;
		return (start < 0) ? anonymous : redactParameters(anonymous, start + 1);
	}

	/**
	 * Where the host of a URL begins, after {@code http://} or {@code https://}.
	 * @param url the URL
	 * @return index of its first character, or 0 if the URL does not begin like that
	 */
	static int host(String url) {
		return (url.startsWith("http://")) ? 7 : (url.startsWith("https://")) ? 8 : 0;
	}

	/**
	 * The colon before a port, which is no secret whatever the host is called.
	 * @param url the URL
	 * @param host where the host begins
	 * @return index of the colon, or -1 if the host has no port
	 */
	static int port(String url, int host) {
		for (int i = host; host > 0 && i < url.length() && "/?#".indexOf(url.charAt(i)) < 0; i++) {
			if (url.charAt(i) == ':') {
				int end = i + 1;
				while (end < url.length() && end - i <= MAX_PORT && Chars.isDigit(url.charAt(end))) {
					end++;
				}
				return (end > i + 1 && (end == url.length() || url.charAt(end) == '/')) ? i : -1;
			}
		}
		return -1;
	}

	private String withoutUserInfo(String url) {
		int slashes = url.indexOf("//");
		boolean authority = slashes == 0 || (slashes > 0 && url.charAt(slashes - 1) == ':');
		int at = (authority) ? UserInfoDetector.end(url, slashes + 2) : -1;
		if (at < 0) {
			return url;
		}
		this.replacement.removed();
		return url.substring(0, slashes + 2) + url.substring(at + 1);
	}

	private String redactParameters(String url, int from) {
		StringBuilder redacted = null;
		int copied = 0;
		int start = from;
		while (start <= url.length()) {
			int end = parameterEnd(url, start);
			int value = valueStart(url, start, end);
			if (value < end && isSecret(url.substring(start, value - 1)) && !Replacement.isAt(url, value, end)) {
				redacted = (redacted != null) ? redacted : new StringBuilder(url.length());
				redacted.append(url, copied, value).append(this.replacement.inText(url.substring(value, end)));
				copied = end;
			}
			start = end + 1;
		}
		return (redacted != null) ? redacted.append(url, copied, url.length()).toString() : url;
	}

	private static int parameterEnd(String url, int start) {
		int end = start;
		while (end < url.length() && url.charAt(end) != '&' && url.charAt(end) != '#' && url.charAt(end) != ';'
				&& url.charAt(end) != '?') {
			end++;
		}
		return end;
	}

	private static int valueStart(String url, int start, int end) {
		int value = start;
		while (value < end && url.charAt(value) != '=') {
			value++;
		}
		return Math.min(value + 1, end);
	}

	private boolean isSecret(String name) {
		String decoded = decode(name);
		return this.keys.isSecret(decoded) || this.keys.isOneOf(URL_KEYS, decoded);
	}

	// Only ASCII matters to the names of secrets.
	private static String decode(String name) {
		if (name.indexOf('%') < 0) {
			return name;
		}
		StringBuilder decoded = new StringBuilder(name.length());
		for (int i = 0; i < name.length(); i++) {
			int code = (name.charAt(i) == '%' && i + 2 < name.length()) ? hex(name, i + 1) : -1;
			decoded.append((code >= 0) ? (char) code : name.charAt(i));
			i += (code >= 0) ? 2 : 0;
		}
		return decoded.toString();
	}

	private static int hex(String name, int at) {
		int high = Character.digit(name.charAt(at), 16);
		int low = Character.digit(name.charAt(at + 1), 16);
		return (high < 0 || low < 0) ? -1 : high * 16 + low;
	}

}
