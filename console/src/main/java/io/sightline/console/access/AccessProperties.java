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

package io.sightline.console.access;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Who may talk to the console.
 *
 * @param token Token for programs that read the API, as a bearer token; without one only
 * browsers that were logged in may
 * @param receiverToken Token that senders of telemetry show; random at each start unless
 * set
 * @param allowRemote Whether to listen on an address that other machines reach; needs
 * both tokens
 * @param hosts Names under which browsers may address the console, besides localhost
 */
@ConfigurationProperties("console.access")
record AccessProperties(@DefaultValue("") String token, @DefaultValue("") String receiverToken,
		@DefaultValue("false") boolean allowRemote, @DefaultValue List<String> hosts) {

	private static final int SHORTEST = 16;

	AccessProperties {
		longEnough("token", token);
		longEnough("receiver-token", receiverToken);
	}

	private static void longEnough(String name, String value) {
		Assert.isTrue(value.isEmpty() || value.length() >= SHORTEST,
				() -> "console.access." + name + " must have at least " + SHORTEST + " characters");
	}

	boolean hasTokens() {
		return !this.token.isEmpty() && !this.receiverToken.isEmpty();
	}

}
