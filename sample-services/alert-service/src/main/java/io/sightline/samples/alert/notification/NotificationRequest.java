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

package io.sightline.samples.alert.notification;

import java.util.Map;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What another service wants to tell somebody.
 *
 * @param type the kind of notification
 * @param recipient an e-mail address
 * @param data what the text is made of
 */
record NotificationRequest(@NotNull @Pattern(regexp = "welcome|order_confirmation") String type,
		@NotBlank @Email @Size(max = 254) String recipient,
		@Size(max = 20) @Nullable Map<@Size(max = 50) String, @Size(max = 100) String> data) {

}
