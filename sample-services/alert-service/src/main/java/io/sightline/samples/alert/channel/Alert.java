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

package io.sightline.samples.alert.channel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What people are told.
 *
 * @param fingerprint identifies what the alert is about, through all its repetitions
 * @param status whether it began or is over
 * @param name the name of the alert
 * @param severity {@code critical}, {@code warning} or {@code info}
 * @param service the service it is about
 * @param summary what is wrong, a few words
 * @param description what is wrong, in figures
 * @param runbookUrl where it says what to do, empty if nowhere
 * @param sourceUrl where the alert comes from, empty if not known
 * @param startsAt when it began
 * @param endsAt when it was over, {@code null} while it is not
 */
public record Alert(String fingerprint, Status status, String name, String severity, String service, String summary,
		String description, String runbookUrl, String sourceUrl, Instant startsAt, @Nullable Instant endsAt) {

	/**
	 * The alert in one line.
	 * @return status, severity and summary
	 */
	public String title() {
		String line = "[" + this.status + "] " + this.severity + " " + this.name + ": " + this.summary;
		return line.replaceAll("\\s+", " ");
	}

	/**
	 * The alert in a few lines, for those who read texts.
	 * @return what is wrong, since when, and where it says what to do
	 */
	public String text() {
		StringBuilder text = new StringBuilder(this.description).append("\nService: ")
			.append(this.service)
			.append("\nSince: ")
			.append(this.startsAt);
		if (this.endsAt != null && this.status == Status.RESOLVED) {
			text.append("\nUntil: ").append(this.endsAt);
		}
		if (!this.runbookUrl.isEmpty()) {
			text.append("\nWhat to do: ").append(this.runbookUrl);
		}
		return text.toString().strip();
	}

	/**
	 * What became of it.
	 */
	public enum Status {

		/**
		 * It began.
		 */
		FIRING,

		/**
		 * It is over.
		 */
		RESOLVED

	}

}
