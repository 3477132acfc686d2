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
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/billing-accounts")
class BillingAccountController {

	private static final String ID = "[\\w-]{1,64}";

	private final BillingAccounts accounts;

	BillingAccountController(BillingAccounts accounts) {
		this.accounts = accounts;
	}

	@PostMapping
	ResponseEntity<BillingAccountView> open(@Valid @RequestBody OpenRequest request) {
		String id = (request.id() != null) ? request.id() : UUID.randomUUID().toString();
		BillingAccount account = this.accounts.open(id, request.userId());
		return ResponseEntity.created(URI.create("/billing-accounts/" + id)).body(BillingAccountView.of(account));
	}

	@GetMapping("/{id}")
	BillingAccountView find(@PathVariable String id) {
		return BillingAccountView.of(this.accounts.find(id));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void close(@PathVariable @Pattern(regexp = ID) String id) {
		this.accounts.close(id);
	}

	/**
	 * A client that wants an account for a user.
	 *
	 * @param userId the user
	 * @param id the client's own id for the account: the same id is opened once
	 */
	record OpenRequest(@NotBlank @Size(max = 64) String userId, @Pattern(regexp = ID) @Nullable String id) {

	}

	record BillingAccountView(String id, @Nullable String userId, BillingAccount.Status status) {

		static BillingAccountView of(BillingAccount account) {
			return new BillingAccountView(account.id(), account.userId(), account.status());
		}

	}

}
