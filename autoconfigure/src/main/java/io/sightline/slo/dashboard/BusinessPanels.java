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

package io.sightline.slo.dashboard;

import java.util.List;

/**
 * Panels of a shop: those meters that the alerts about business look at, and their like.
 * They are of all services together.
 */
final class BusinessPanels {

	private static final String ALL = "{environment=~\"$environment\"}[$__rate_interval]";

	private static final String FAILED = "{environment=~\"$environment\",status=~\"failed|failure|error|refused|declined\"}[$__rate_interval]";

	private BusinessPanels() {
	}

	static List<Panel> all() {
		return List.of(
				Panel
					.series("Orders a minute", "short",
							"sum by (status) (rate(orders_processed_total" + ALL + ")) * 60", "{{status}}")
					.limits(20, 10)
					.runbook("LowOrderProcessingRate"),
				Panel.series("Value of orders a minute", "short",
						"sum by (currency) (rate(order_value_total" + ALL + ")) * 60", "{{currency}}"),
				Panel.series("Payments", "ops", "sum by (status) (rate(payment_transactions_total" + ALL + "))",
						"{{status}}"),
				Panel
					.series("Failed payments", "percentunit",
							"sum(rate(payment_transactions_total" + FAILED + ")) / (sum(rate(payment_transactions_total"
									+ ALL + ")) > 0)",
							"failed")
					.limits(0.05, 0.1)
					.runbook("HighPaymentFailureRate"),
				Panel.series("Registrations", "ops", "sum by (country) (rate(user_registrations_total" + ALL + "))",
						"{{country}}"),
				Panel.series("Products looked at", "ops", "sum by (category) (rate(product_views_total" + ALL + "))",
						"{{category}}"),
				Panel.series("Open carts", "short", "sum(carts_open{environment=~\"$environment\"})", "open"),
				Panel
					.series("Abandoned carts", "percentunit",
							"max(cart_abandonment_ratio{environment=~\"$environment\"})", "of closed carts")
					.limits(0.6, 0.8));
	}

}
