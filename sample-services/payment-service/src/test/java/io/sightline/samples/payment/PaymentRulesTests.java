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

package io.sightline.samples.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class PaymentRulesTests {

	private final BillingAccountRepository accounts = mock(BillingAccountRepository.class);

	private final PaymentRules rules = new PaymentRules(this.accounts,
			new PaymentProperties(Set.of("EUR"), BigDecimal.TEN));

	@Test
	void acceptsAmountUpToLimit() {
		openAccount();
		assertThat(this.rules.refusal(request("50.00", "EUR"))).isNull();
	}

	@Test
	void refusesAmountAboveLimit() {
		openAccount();
		assertThat(this.rules.refusal(request("50.01", "EUR"))).isEqualTo(Payment.Refusal.LIMIT_EXCEEDED);
	}

	@Test
	void refusesUnknownCurrency() {
		openAccount();
		assertThat(this.rules.refusal(request("1.00", "XTS"))).isEqualTo(Payment.Refusal.CURRENCY_NOT_SUPPORTED);
	}

	@Test
	void refusesUserWithoutOpenAccount() {
		assertThat(this.rules.refusal(request("1.00", "EUR"))).isEqualTo(Payment.Refusal.NO_BILLING_ACCOUNT);
	}

	private void openAccount() {
		given(this.accounts.findFirstByUserIdAndStatus("1", BillingAccount.Status.OPEN)).willReturn(Optional
			.of(new BillingAccount("b", "1", new BigDecimal("50.00"), BillingAccount.Status.OPEN, Instant.EPOCH, 0)));
	}

	private PaymentRequest request(String amount, String currency) {
		return new PaymentRequest(new BigDecimal(amount), currency, "1", null, null);
	}

}
