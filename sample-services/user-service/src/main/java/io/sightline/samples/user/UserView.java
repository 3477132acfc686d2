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

import java.util.List;

/**
 * A user with orders.
 *
 * @param id identifies the user
 * @param name how to address the user
 * @param email where to write to
 * @param country ISO 3166 code
 * @param orders what the user ordered, newest first
 * @param degraded whether the orders are missing because order-service did not answer
 */
record UserView(String id, String name, String email, String country, List<OrderSummary> orders, boolean degraded) {

	static UserView of(User user, List<OrderSummary> orders, boolean degraded) {
		return new UserView(user.id(), user.name(), user.email(), user.country(), orders, degraded);
	}

}
