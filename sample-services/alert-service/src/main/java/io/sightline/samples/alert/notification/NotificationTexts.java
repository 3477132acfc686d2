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

import org.springframework.stereotype.Component;

/**
 * What notifications say.
 */
@Component
class NotificationTexts {

	Text text(NotificationRequest request) {
		Map<String, String> data = (request.data() != null) ? request.data() : Map.of();
		if (request.type().equals("welcome")) {
			return new Text("Welcome", "Welcome, " + data.getOrDefault("name", "and thank you") + "!");
		}
		String order = data.getOrDefault("order_id", "");
		return new Text("Your order", "Thank you for your order %s over %s %s.".formatted(order,
				data.getOrDefault("amount", "?"), data.getOrDefault("currency", "")));
	}

	/**
	 * A text to send.
	 *
	 * @param subject the subject line
	 * @param body the text
	 */
	record Text(String subject, String body) {

	}

}
