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

package io.sightline.redaction;

import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SecretKeys}.
 */
class SecretKeysTests {

	private final SecretKeys keys = new SecretKeys(Set.of(), Set.of());

	@ParameterizedTest
	@ValueSource(strings = { "password", "user.password", "X-Api-Key", "apiKey", "api key", "mdc_password",
			"card_number", "cardNumber", "clientSecret", "CLIENT_SECRET", "access_token", "accessToken", "set-cookie",
			"Cookie", "authorization", "Authorization", "Proxy-Authorization", "dbpassword", "PASSWORD", "passWord",
			"pass-word", "pwd", "db.pwd", "userPwd", "password1", "passwords[0]", "user[password]", "password_2",
			"newPassword", "passwordConfirm", "password_confirmation", "tokenValue", "password_hash", "secret.value",
			"passwordHashBase64", "AWS_SECRET_ACCESS_KEY", "privateKey", "cvv", "cvv2", "card.cvc", "userPin",
			"X-Amz-Security-Token", "X-Amz-Signature", "_csrf", "X-XSRF-TOKEN", "JSESSIONID", "sessionId", "myAPIKey",
			"XApiKey", "HTTPAuth", "spring.datasource.password", "id_token", "customerIBAN", "ssn", "patient_ssn",
			"headers[\"X-Api-Key\"]", "Ocp-Apim-Subscription-Key", "smtp.pass", "credentials" })
	void recognisesSecrets(String name) {
		assertThat(this.keys.isSecret(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-", "[0]", "12", "tokens_used", "max_tokens", "token_count", "tokenCount",
			"tokenType", "password_changed_at", "passwordPolicy", "password.length", "secretary", "author", "passenger",
			"compass", "bypass", "spin", "japan", "key", "id", "userId", "order.id", "keyboard", "cookieConsent",
			"secretsManager", "secretName", "access_key_id", "client_id", "session", "oauth", "authenticated",
			"authorities", "tokenizer", "design", "signal", "http.route", "trace_id", "span_id", "message", "value",
			"hash", "newValue", "text", "cardType", "card", "pinned", "opinion", "expand", "pandas", "status" })
	void leavesOtherNames(String name) {
		assertThat(this.keys.isSecret(name)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "tax-id", "taxId", "customer.tax_id", "CUSTOMER_TAX_ID", "customerTaxId" })
	void recognisesFurtherKeysInAnyStyle(String name) {
		assertThat(new SecretKeys(Set.of("taxId"), Set.of()).isSecret(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "syntaxId", "tax", "taxIdType" })
	void takesFurtherKeysAsWholeWords(String name) {
		assertThat(new SecretKeys(Set.of("taxId"), Set.of()).isSecret(name)).isFalse();
	}

	@Test
	void recognisesFurtherKeysThatEndWithDigitsOrAreNotEnglish() {
		SecretKeys own = new SecretKeys(Set.of("line2", "Contraseña", "密码", "--"), Set.of());
		assertThat(own.isSecret("address.line2")).isTrue();
		assertThat(own.isSecret("address.line1")).isFalse();
		assertThat(own.isSecret("la_CONTRASEÑA")).isTrue();
		assertThat(own.isSecret("user.密码")).isTrue();
	}

	@Test
	void neverTakesAllowedKeysForSecret() {
		SecretKeys own = new SecretKeys(Set.of(), Set.of("page-token"));
		assertThat(own.isSecret("pageToken")).isFalse();
		assertThat(own.isSecret("PAGE_TOKEN")).isFalse();
		assertThat(own.isSecret("next.pageToken")).isTrue();
	}

	@Test
	void doesNotDependOnTheLocale() {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("tr"));
		try {
			assertThat(this.keys.isSecret("API_PIN")).isTrue();
			assertThat(this.keys.isSecret("CREDENTIALS")).isTrue();
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void readsOnlyTheEndOfAHostileName() {
		assertThat(this.keys.isSecret("x".repeat(1_000_000) + "_password")).isTrue();
		assertThat(this.keys.isSecret("password" + "_".repeat(1_000_000))).isFalse();
		assertThat(this.keys.isSecret("value".repeat(200_000))).isFalse();
	}

}
