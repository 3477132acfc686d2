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

package io.sightline.samples.user;

import java.time.Instant;
import java.util.Locale;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to register.
 *
 * @param name how to address the user
 * @param email where to write to
 * @param country ISO 3166 code
 * @param source where the user came from; {@code web} if not said
 */
record RegistrationRequest(@NotBlank @Size(max = 100) String name, @NotBlank @Email @Size(max = 254) String email,
		@NotNull @Pattern(regexp = "[A-Z]{2}") String country,
		@Pattern(regexp = "web|mobile|partner|api") @Nullable String source) {

	User toUser(String id, String billingAccountId, Instant now) {
		return new User(id, this.name, normalizedEmail(), this.country, (this.source != null) ? this.source : "web",
				billingAccountId, now, null);
	}

	String normalizedEmail() {
		return this.email.toLowerCase(Locale.ROOT);
	}

}
