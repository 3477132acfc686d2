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

import java.util.List;

/**
 * The names the house takes for secret, as lower-case letters and digits.
 */
final class SecretWords {

	/**
	 * Unmistakable: secret wherever a name ends with one.
	 */
	static final List<String> ENDINGS = List.of("password", "passwords", "passwd", "passwort", "passphrase", "passcode",
			"secret", "secrets", "token", "apikey", "apikeys", "accesskey", "secretkey", "secretid", "privatekey",
			"signingkey", "encryptionkey", "masterkey", "sharedkey", "accountkey", "subscriptionkey", "credential",
			"credentials", "authorization", "cookie", "cookies", "cardnumber", "creditcard", "debitcard", "sessionid",
			"phpsessid", "tokenhint", "securitycode", "socialsecuritynumber", "amzsignature", "amzcredential");

	/**
	 * Short: secret where they are a word of their own.
	 */
	static final List<String> WORDS = List.of("pass", "pwd", "pw", "pin", "pan", "cvv", "cvc", "csc", "ssn", "otp",
			"totp", "auth", "authkey", "jwt", "bearer", "csrf", "xsrf", "creds", "iban", "sig", "cardno", "ccnumber",
			"ccnum", "sshkey", "licensekey");

	/**
	 * Say nothing about the kind of value, so the word before them counts.
	 */
	static final List<String> NEUTRAL = List.of("value", "values", "text", "string", "str", "raw", "plain", "plaintext",
			"encoded", "decoded", "encrypted", "hash", "hashed", "bytes", "base", "confirm", "confirmation", "repeat",
			"again", "new", "old", "current");

	private SecretWords() {
	}

}
