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

package io.sightline.samples.alert.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sightline.samples.alert.channel.Alert;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Alertmanager posts to a webhook, version 4, as far as it is of use here.
 *
 * @param version the version of the format
 * @param alerts the alerts of a group, each of which is an {@link Item} or of no use
 */
record AlertmanagerMessage(@NotNull @Pattern(regexp = "4") String version,
		@NotNull @Size(max = 1000) List<JsonNode> alerts) {

	/**
	 * One alert.
	 *
	 * @param status {@code firing} or {@code resolved}
	 * @param labels what identifies it
	 * @param annotations what it says
	 * @param startsAt when it began
	 * @param endsAt when it was over; in the year 1 while it is not known
	 * @param generatorUrl where it comes from
	 * @param fingerprint identifies its labels
	 */
	record Item(@NotNull @Pattern(regexp = "firing|resolved") String status,
			@NotNull Map<String, @Nullable String> labels, @Nullable Map<String, @Nullable String> annotations,
			@NotNull @JsonProperty("startsAt") Instant startsAt, @Nullable @JsonProperty("endsAt") Instant endsAt,
			@Nullable @JsonProperty("generatorURL") String generatorUrl, @NotBlank @Size(max = 64) String fingerprint) {

		private static final int MAX_LABEL = 200;

		private static final int MAX_SEVERITY = 32;

		private static final int MAX_TEXT = 1000;

		Alert alert() {
			Alert.Status state = Alert.Status.valueOf(this.status.toUpperCase(Locale.ROOT));
			String name = label("alertname", "unnamed", MAX_LABEL);
			return new Alert(this.fingerprint, state, name, label("severity", "none", MAX_SEVERITY),
					label("service", label("application", "unknown", MAX_LABEL), MAX_LABEL),
					annotation("summary", name), annotation("description", ""), annotation("runbook_url", ""),
					(this.generatorUrl != null) ? cut(this.generatorUrl, MAX_TEXT) : "", this.startsAt,
					(state == Alert.Status.RESOLVED) ? this.endsAt : null);
		}

		private String label(String key, String otherwise, int length) {
			return text(this.labels.get(key), otherwise, length);
		}

		private String annotation(String key, String otherwise) {
			return text((this.annotations != null) ? this.annotations.get(key) : null, otherwise, MAX_TEXT);
		}

		/**
		 * What is there, as a database takes it.
		 */
		private static String text(@Nullable String text, String otherwise, int length) {
			return (text != null && !text.isBlank()) ? cut(text.replace("\0", ""), length) : otherwise;
		}

		private static String cut(String text, int length) {
			return (text.length() > length) ? text.substring(0, length) : text;
		}

	}

}
