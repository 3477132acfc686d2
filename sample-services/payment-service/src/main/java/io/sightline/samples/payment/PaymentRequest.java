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

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to be paid.
 *
 * @param amount how much
 * @param currency ISO 4217 code
 * @param userId who pays
 * @param orderId what for
 * @param paymentId the client's own id for the payment: the same id is charged once
 */
record PaymentRequest(@NotNull @Positive @Digits(integer = 10, fraction = 2) BigDecimal amount,
		@NotNull @Pattern(regexp = "[A-Z]{3}") String currency, @NotBlank @Size(max = 64) String userId,
		@Size(max = 64) @Nullable String orderId, @Pattern(regexp = PaymentRequest.ID) @Nullable String paymentId) {

	/** What the ids of payments look like. */
	static final String ID = "[\\w-]{1,64}";

}
