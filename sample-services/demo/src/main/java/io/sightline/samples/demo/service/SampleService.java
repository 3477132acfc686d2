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

package io.sightline.samples.demo.service;

import java.nio.file.Path;

/**
 * The sample services, in the order in which they are told about.
 */
public enum SampleService {

	/**
	 * Users and their registration.
	 */
	USER("user-service", "user", 5000),

	/**
	 * Orders and carts.
	 */
	ORDER("order-service", "order", 5001),

	/**
	 * Payments, prices and billing accounts.
	 */
	PAYMENT("payment-service", "payment", 5002),

	/**
	 * Stock and products.
	 */
	INVENTORY("inventory-service", "inventory", 5003),

	/**
	 * Notifications and alerts.
	 */
	ALERT("alert-service", "notification", 8080);

	private final String id;

	private final String clientKey;

	private final int defaultPort;

	SampleService(String id, String clientKey, int defaultPort) {
		this.id = id;
		this.clientKey = clientKey;
		this.defaultPort = defaultPort;
	}

	/**
	 * Return the name the service gives itself on every signal.
	 * @return the service name
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Return the port the service listens on unless told otherwise.
	 * @return the port
	 */
	public int defaultPort() {
		return this.defaultPort;
	}

	String clientUrlProperty() {
		return "sample.clients." + this.clientKey + ".url";
	}

	/**
	 * Return where the build leaves the service.
	 * @param root the root of the repository
	 * @return the executable jar
	 */
	public Path jar(Path root) {
		return root.resolve("sample-services").resolve(this.id).resolve("target").resolve(this.id + ".jar");
	}

}
