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

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import io.sightline.samples.common.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Opens and closes billing accounts. Both can be repeated, and an account that is closed
 * before it was opened is never opened.
 */
@Service
class BillingAccounts {

	private static final Logger log = LoggerFactory.getLogger(BillingAccounts.class);

	private final BillingAccountRepository accounts;

	private final PaymentProperties properties;

	private final PaymentAudit audit;

	BillingAccounts(BillingAccountRepository accounts, PaymentProperties properties, PaymentAudit audit) {
		this.accounts = accounts;
		this.properties = properties;
		this.audit = audit;
	}

	BillingAccount open(String id, String userId) {
		BillingAccount account = this.accounts.findById(id).orElseGet(() -> create(id, userId));
		if (account.status() == BillingAccount.Status.CLOSED) {
			throw new ProblemException(HttpStatus.CONFLICT, "Billing account " + id + " is closed");
		}
		if (!Objects.equals(account.userId(), userId)) {
			throw new ProblemException(HttpStatus.CONFLICT, "Billing account " + id + " is there and different");
		}
		return account;
	}

	void close(String id) {
		BillingAccount account = this.accounts.findById(id).orElseGet(() -> closeUnknown(id));
		if (account.status() == BillingAccount.Status.CLOSED) {
			return;
		}
		try {
			this.audit.accountClosed(this.accounts.save(account.close()));
		}
		catch (OptimisticLockingFailureException ex) {
			log.info("Billing account {} was closed twice at the same moment", id);
		}
	}

	BillingAccount find(String id) {
		return this.accounts.findById(id).orElseThrow(() -> ProblemException.notFound("Billing account", id));
	}

	private BillingAccount create(String id, String userId) {
		try {
			BillingAccount account = this.accounts.save(new BillingAccount(id, userId, this.properties.defaultLimit(),
					BillingAccount.Status.OPEN, now(), null));
			this.audit.accountOpened(account);
			return account;
		}
		catch (DuplicateKeyException ex) {
			// Opened twice at the same moment, or closed at that moment.
			return find(id);
		}
	}

	private BillingAccount closeUnknown(String id) {
		try {
			BillingAccount account = this.accounts.save(BillingAccount.closed(id, now()));
			log.warn("Billing account {} is closed before it was opened", id);
			this.audit.accountClosed(account);
			return account;
		}
		catch (DuplicateKeyException ex) {
			return find(id);
		}
	}

	private static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

}
