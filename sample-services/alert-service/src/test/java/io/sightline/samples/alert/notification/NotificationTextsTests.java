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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationTextsTests {

	private final NotificationTexts texts = new NotificationTexts();

	@Test
	void welcomesByName() {
		NotificationTexts.Text text = this.texts
			.text(new NotificationRequest("welcome", "ada@example.com", Map.of("name", "Ada")));
		assertThat(text.body()).isEqualTo("Welcome, Ada!");
	}

	@Test
	void confirmsOrder() {
		NotificationTexts.Text text = this.texts.text(new NotificationRequest("order_confirmation", "ada@example.com",
				Map.of("order_id", "o1", "amount", "19.90", "currency", "EUR")));
		assertThat(text.body()).contains("o1", "19.90 EUR");
	}

	@Test
	void hasTextWithoutData() {
		assertThat(this.texts.text(new NotificationRequest("welcome", "ada@example.com", null)).body()).isNotBlank();
	}

}
