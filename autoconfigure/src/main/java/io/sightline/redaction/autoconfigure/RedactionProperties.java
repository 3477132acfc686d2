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

package io.sightline.redaction.autoconfigure;

import java.util.Map;
import java.util.Set;

import io.sightline.redaction.RedactionMode;
import io.sightline.redaction.RedactionRules;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What must not leave the application.
 *
 * @param enabled Whether secrets are redacted in logs, spans, tags, baggage and wide
 * events.
 * @param mode What takes the place of a secret.
 * @param keys Further names of fields whose values are secret, in any style of writing.
 * Each also matches names that end with it.
 * @param allowedKeys Names of fields that are not secret although they look like it. Each
 * matches the whole name only.
 * @param patterns Further regular expressions by a name of your choice. What they match
 * is redacted, or only their group called "secret" if they have one.
 * @param emails Whether e-mail addresses are redacted.
 * @param hashSalt Key for the hash mode. Instances that share it give equal secrets equal
 * hashes; without one every process uses its own.
 */
@ConfigurationProperties("sightline.redaction")
record RedactionProperties(@DefaultValue("true") boolean enabled, @DefaultValue("mask") RedactionMode mode,
		@DefaultValue Set<String> keys, @DefaultValue Set<String> allowedKeys,
		@DefaultValue Map<String, String> patterns, @DefaultValue("false") boolean emails, @Nullable String hashSalt) {

	RedactionRules rules() {
		return new RedactionRules(this.mode, this.keys, this.allowedKeys, this.patterns, this.emails, this.hashSalt);
	}

	@Override
	public String toString() {
		return "RedactionProperties[enabled=%s, rules=%s]".formatted(this.enabled, rules());
	}

}
