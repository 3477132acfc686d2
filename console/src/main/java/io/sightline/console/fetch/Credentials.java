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

package io.sightline.console.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What lets the console in elsewhere: a token, or a name with a password.
 *
 * @param username Name for basic authentication
 * @param password Password for basic authentication
 * @param token Bearer token, instead of both
 */
public record Credentials(@Nullable String username, @Nullable String password, @Nullable String token) {

	private static final Pattern END = Pattern.compile("[\\r\\n]+$");

	/**
	 * No credentials.
	 */
	public static final Credentials NONE = new Credentials(null, null, null);

	public Credentials {
		username = checked("username", username);
		password = checked("password", password);
		token = checked("token", token);
		Assert.isTrue(token == null || token.chars().allMatch((character) -> character < 128),
				"The token must consist of ASCII characters");
	}

	/**
	 * Look at a secret that becomes a header. What is wrong is said without it.
	 * @param name what it is called
	 * @param value the secret, if there is one
	 * @return the secret, without the end of the line that files have
	 */
	public static @Nullable String checked(String name, @Nullable String value) {
		String line = (value != null) ? END.matcher(value).replaceFirst("") : null;
		Assert.isTrue(line == null || line.chars().noneMatch(Character::isISOControl),
				() -> "The " + name + " must not contain control characters, such as ends of lines");
		return line;
	}

	@Nullable String header() {
		if (this.token != null && !this.token.isEmpty()) {
			return "Bearer " + this.token;
		}
		if (this.username == null || this.username.isEmpty()) {
			return null;
		}
		String pair = this.username + ":" + ((this.password != null) ? this.password : "");
		return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return (header() != null) ? "****" : "none";
	}

}
