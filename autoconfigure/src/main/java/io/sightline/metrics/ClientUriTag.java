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

package io.sightline.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;

/**
 * Takes the query out of the {@code uri} of a client, and ids out of one that was put
 * together as a string: both have more values than a tag may have, and a query has
 * secrets.
 */
public final class ClientUriTag implements MeterFilter {

	private static final String METER = "http.client.requests";

	private static final String TAG = "uri";

	private static final String ID = "{id}";

	private static final int LONG_HEX = 16;

	@Override
	public Meter.Id map(Meter.Id id) {
		if (!METER.equals(id.getName())) {
			return id;
		}
		String uri = id.getTag(TAG);
		if (uri == null) {
			return id;
		}
		String template = template(uri);
		return template.equals(uri) ? id : id.withTag(Tag.of(TAG, template));
	}

	private static String template(String uri) {
		String path = uri.substring(0, endOfPath(uri));
		StringBuilder template = new StringBuilder(path.length());
		int start = 0;
		while (start <= path.length()) {
			int slash = path.indexOf('/', start);
			int end = (slash < 0) ? path.length() : slash;
			String segment = path.substring(start, end);
			template.append(isId(segment) ? ID : segment);
			if (slash < 0) {
				break;
			}
			template.append('/');
			start = slash + 1;
		}
		return template.toString();
	}

	/**
	 * A variable of a template may hold anything.
	 */
	private static int endOfPath(String uri) {
		int depth = 0;
		for (int i = 0; i < uri.length(); i++) {
			char c = uri.charAt(i);
			if (c == '{') {
				depth++;
			}
			else if (c == '}') {
				depth--;
			}
			else if (depth == 0 && (c == '?' || c == '#')) {
				return i;
			}
		}
		return uri.length();
	}

	private static boolean isId(String segment) {
		if (segment.isEmpty() || segment.charAt(0) == '{') {
			return false;
		}
		int digits = 0;
		boolean hex = true;
		for (int i = 0; i < segment.length(); i++) {
			char c = segment.charAt(i);
			digits += (c >= '0' && c <= '9') ? 1 : 0;
			hex &= Character.digit(c, 16) >= 0 || c == '-';
		}
		return digits == segment.length() || (hex && digits > 0 && segment.length() >= LONG_HEX)
				|| segment.indexOf('@') >= 0 || segment.indexOf('%') >= 0;
	}

}
