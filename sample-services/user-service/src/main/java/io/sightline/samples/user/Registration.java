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

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sightline.metrics.business.BusinessCounter;
import io.sightline.metrics.business.BusinessMetrics;
import io.sightline.samples.common.peer.Notification;
import io.sightline.samples.common.peer.NotificationClient;
import io.sightline.samples.common.peer.PeerUnavailableException;
import io.sightline.samples.common.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Billing first, since it can refuse; then the welcome, which may fail; the database
 * last, so that nobody is stored whom nobody can bill.
 */
@Service
class Registration {

	private static final Logger log = LoggerFactory.getLogger(Registration.class);

	private final UserRepository users;

	private final BillingClient billing;

	private final NotificationClient notifications;

	private final BusinessCounter registrations;

	Registration(UserRepository users, BillingClient billing, NotificationClient notifications,
			BusinessMetrics metrics) {
		this.users = users;
		this.billing = billing;
		this.notifications = notifications;
		this.registrations = metrics.counter("user.registrations");
	}

	RegisteredUser register(RegistrationRequest request) {
		if (this.users.existsByEmail(request.normalizedEmail())) {
			throw emailTaken(null);
		}
		String id = UUID.randomUUID().toString();
		String account = openAccount(id);
		boolean welcomed = welcome(id, request);
		User user = store(request.toUser(id, account, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
		log.info("Registered user {} from {} via {}", id, user.country(), user.source());
		this.registrations.increment("country", user.country(), "source", user.source());
		return new RegisteredUser(UserProfile.of(user), !welcomed);
	}

	private String openAccount(String userId) {
		// Chosen here, so that the account can be closed even if nobody says that it is
		// open.
		String account = "billing-" + userId;
		try {
			this.billing.openAccount(account, userId);
		}
		catch (PeerUnavailableException ex) {
			closeAccount(account);
			throw ex;
		}
		log.info("Billing account {} is open for new user {}", account, userId);
		return account;
	}

	private boolean welcome(String id, RegistrationRequest request) {
		try {
			this.notifications
				.send(new Notification("welcome", request.normalizedEmail(), Map.of("name", request.name())));
			return true;
		}
		catch (RuntimeException ex) {
			log.warn("New user {} gets no welcome", id, ex);
			return false;
		}
	}

	private User store(User user) {
		try {
			return this.users.save(user);
		}
		catch (RuntimeException ex) {
			closeAccount(user.billingAccountId());
			throw (isEmailTaken(ex)) ? emailTaken(ex) : ex;
		}
	}

	private void closeAccount(String account) {
		try {
			this.billing.closeAccount(account);
			log.info("Closed billing account {} again", account);
		}
		catch (RuntimeException ex) {
			log.error("Billing account {} may stay open without a user", account, ex);
		}
	}

	private boolean isEmailTaken(RuntimeException ex) {
		// The constraint, by the name that the migration gave it, in the database's own
		// words.
		String reason = NestedExceptionUtils.getMostSpecificCause(ex).getMessage();
		return reason != null && reason.toLowerCase(Locale.ROOT).contains("users_email");
	}

	private ProblemException emailTaken(@Nullable RuntimeException cause) {
		return new ProblemException(HttpStatus.CONFLICT, "A user with this e-mail address is registered", cause);
	}

	/**
	 * Somebody who just registered.
	 *
	 * @param profile the new user
	 * @param degraded whether the welcome could not be sent
	 */
	record RegisteredUser(@JsonUnwrapped UserProfile profile, boolean degraded) {

	}

}
