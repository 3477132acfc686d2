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

import java.math.BigDecimal;
import java.util.List;

import io.sightline.samples.common.problem.ProblemException;
import io.sightline.samples.order.InventoryClient.Quote;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

class OrderDraftTests {

	@Test
	void countsRepeatedItems() {
		assertThat(OrderDraft.quantities(List.of("b", "a", "b"))).containsExactly(entry("a", 1), entry("b", 2));
	}

	@Test
	void addsUpExactly() {
		Order order = OrderDraft.of(new OrderRequest("1", List.of("a", "b", "a", "a"), null),
				List.of(quote("a", "0.10", "EUR"), quote("b", "0.70", "EUR")));
		assertThat(order.amount()).isEqualTo(new BigDecimal("1.00"));
		assertThat(order.currency()).isEqualTo("EUR");
	}

	@Test
	void refusesMixedCurrencies() {
		OrderRequest request = new OrderRequest("1", List.of("a", "b"), null);
		List<Quote> quotes = List.of(quote("a", "1", "EUR"), quote("b", "1", "USD"));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> OrderDraft.of(request, quotes));
	}

	private Quote quote(String item, String price, String currency) {
		return new Quote(item, new BigDecimal(price), currency);
	}

}
