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

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/billing-accounts")
class BillingAccountController {

	private final BillingAccountRepository accounts;

	private final PaymentProperties properties;

	private final PaymentAudit audit;

	BillingAccountController(BillingAccountRepository accounts, PaymentProperties properties, PaymentAudit audit) {
		this.accounts = accounts;
		this.properties = properties;
		this.audit = audit;
	}

	@PostMapping
	ResponseEntity<BillingAccountView> open(@Valid @RequestBody OpenRequest request) {
		BillingAccount account = this.accounts
			.save(new BillingAccount(UUID.randomUUID().toString(), request.userId(), this.properties.defaultLimit(),
					BillingAccount.Status.OPEN, Instant.now().truncatedTo(ChronoUnit.MILLIS), null));
		this.audit.accountOpened(account);
		return ResponseEntity.created(URI.create("/billing-accounts/" + account.id()))
			.body(new BillingAccountView(account.id(), account.userId(), account.status()));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void close(@PathVariable String id) {
		this.accounts.findById(id)
			.filter((account) -> account.status() == BillingAccount.Status.OPEN)
			.map((account) -> this.accounts.save(account.close()))
			.ifPresent(this.audit::accountClosed);
	}

	record OpenRequest(@NotBlank String userId) {

	}

	record BillingAccountView(String id, String userId, BillingAccount.Status status) {

	}

}
