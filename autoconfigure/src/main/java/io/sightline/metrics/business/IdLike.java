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

package io.sightline.metrics.business;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells what has a value of its own for each user, order or request.
 */
final class IdLike {

	private static final Pattern KEY = Pattern.compile("(.*[._-])?"
			+ "(id|ids|uuid|guid|email|e[._-]mail|mail|phone|ip|ip[._-]address|token|session|user[._-]?name|timestamp)");

	private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

	private static final int SHORT_NUMBER = 5;

	private static final int UUID_LENGTH = 36;

	private IdLike() {
	}

	static boolean isKey(String key) {
		return KEY.matcher(CAMEL.matcher(key).replaceAll("_").toLowerCase(Locale.ROOT)).matches();
	}

	static boolean isValue(String value) {
		if (value.indexOf('@') >= 0) {
			return true;
		}
		return (value.length() == UUID_LENGTH && value.charAt(8) == '-' && value.charAt(13) == '-')
				|| (value.length() > SHORT_NUMBER && value.chars().allMatch((c) -> c >= '0' && c <= '9'));
	}

	static String explain(String key) {
		return ("the tag '%s' has a value of its own for each user or event, and so would each have a series. "
				+ "Put it on the log line or the span instead, and tag what there are few of")
			.formatted(key);
	}

}
