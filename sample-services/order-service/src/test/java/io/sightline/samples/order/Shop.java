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

package io.sightline.samples.order;

import io.sightline.samples.common.StubPeer;

import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * The services around order-service.
 */
final class Shop implements AutoCloseable {

	final StubPeer user = new StubPeer();

	final StubPeer inventory = new StubPeer();

	final StubPeer payment = new StubPeer();

	final StubPeer notification = new StubPeer();

	void register(DynamicPropertyRegistry registry) {
		registry.add("sample.clients.user.url", this.user::url);
		registry.add("sample.clients.inventory.url", this.inventory::url);
		registry.add("sample.clients.payment.url", this.payment::url);
		registry.add("sample.clients.notification.url", this.notification::url);
	}

	void answerAsUsual() {
		this.user.reset().answer("GET /users/123/profile", 200, "{\"id\": \"123\", \"email\": \"frida@example.com\"}");
		this.inventory.reset()
			.answer("GET /inventory/item[12]", 200, "{\"price\": 19.90, \"currency\": \"EUR\", \"degraded\": false}")
			.answer("POST /inventory/item[12]/reserve", 201, "{}")
			.answer("POST /inventory/item[12]/release", 204, "");
		this.payment.reset().answer("POST /payments", 201, "{}").answer("POST /payments/[^/]+/refund", 200, "{}");
		this.notification.reset().answer("POST /notifications", 202, "{}");
	}

	@Override
	public void close() {
		this.user.close();
		this.inventory.close();
		this.payment.close();
		this.notification.close();
	}

}
