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

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RedactionPolicy#text(String)} on text that holds secrets.
 */
class RedactionPolicySecretsTests {

	private final RedactionPolicy policy = RedactionPolicy.from(RedactionRules.defaults());

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', ignoreLeadingAndTrailingWhitespace = false,
			value = { "password=hunter2|password=******", "password = hunter2 now|password = ****** now",
					"login password: hunter2, user: bob|login password: ******, user: bob",
					"{\"password\":\"x\"}|{\"password\":\"******\"}",
					"{\"password\" : \"a b\\\"c\", \"n\":1}|{\"password\" : \"******\", \"n\":1}",
					"{'pin':1234}|{'pin':******}", "api_key: abc|api_key: ******",
					"{\\\"token\\\":\\\"x y\\\",\\\"n\\\":1}|{\\\"token\\\":\\\"******\\\",\\\"n\\\":1}",
					"Authorization: Bearer abc|Authorization: ******",
					"Authorization: Basic dXNlcjpwYXNz done|Authorization: ****** done",
					"Authorization: Digest username=\"a\", response=\"b\"|Authorization: ******",
					"[Authorization:\"Bearer abc\", Host:\"x\"]|[Authorization:\"******\", Host:\"x\"]",
					"{Authorization=[Bearer abc], Host=[x]}|{Authorization=******, Host=[x]}",
					"{Authorization=Bearer abc, Host=x}|{Authorization=******, Host=x}",
					"Cookie: a=b; c=d|Cookie: ******", "Set-Cookie: SID=31d4; Path=/; Secure|Set-Cookie: ******",
					"User(name=bob, password=hunter2)|User(name=bob, password=******)",
					"User[password=hunter2]|User[password=******]", "password=a,b.c name=x|password=****** name=x",
					"password=p)w(d,x|password=******", "a?token=abc&x=1|a?token=******&x=1",
					"password=a&b=c|password=******&b=c", "pwd='it''s'|pwd='******'",
					"<password>hunter2</password>|<password>******</password>",
					"<ns:clientSecret>a b</ns:clientSecret>|<ns:clientSecret>******</ns:clientSecret>",
					"\"passwords\":[\"a\",\"b\"],|\"passwords\":******,",
					"credentials={user=a, key={b=c}} ok|credentials=****** ok",
					"bad password: token: abc|bad password: token: ******",
					"password: hunter2: rejected|password: ****** rejected",
					"password:token password: x|password:****** password: ******",
					"password => hunter2|password => ******",
					"user%5Bpassword%5D=hunter2&a=1|user%5Bpassword%5D=******&a=1",
					"jdbc:postgresql://h/db?user=a&password=b|jdbc:postgresql://h/db?user=a&password=******",
					"Server=x;Password=hunter2;Database=y|Server=x;Password=******;Database=y",
					"password=\"never closed|password=\"******" })
	void redactsValuesOfSecretKeys(String text, String expected) {
		assertThat(this.policy.text(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^',
			value = { "calling with Bearer abc123def now|calling with Bearer ****** now",
					"bearer my-secret-token|bearer ******", "Basic dXNlcjpwYXNz; x|Basic ******; x",
					"see https://bob:hunter2@example.com/a?b=c|see https://******@example.com/a?b=c",
					"redis://:hunter2@cache:6379|redis://******@cache:6379",
					"mongodb://u:p@ss@host1,host2/db|mongodb://******@host1,host2/db",
					"https://abcdefghij0123456789@github.com/x|https://******@github.com/x",
					"key AKIAIOSFODNN7EXAMPLE used|key ****** used", "ghp_0123456789abcdefABCDEF0123456789abcd|******",
					"at github_pat_11ABCDEFG0123456789_abcdef.|at ******", "sk_live_4eC39HqLyjWDarjtT1zdp7dc|******",
					"xoxb-123456789012-abcDEF, ok|******, ok", "AIzaSyA1234567890abcdefghijklmnopqrstuv|******",
					"x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl y|x ****** y",
					"x_eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl|x_******",
					"cut eyJhbGciOiJIUzI1NiJ9.eyJzdWIiO|cut ******" })
	void redactsTokens(String text, String expected) {
		assertThat(this.policy.text(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "5555555555554444",
			"2223003122003222", "378282246310005", "3782 822463 10005", "30569309025904", "6011111111111117",
			"3530111333300000", "6200000000000005", "4222222222222", "4000000000000000006", "2200000000000004" })
	void redactsCards(String card) {
		assertThat(this.policy.text("card " + card + ", ok")).isEqualTo("card ******, ok");
		assertThat(this.policy.text(card)).isEqualTo("******");
		assertThat(this.policy.text("\\n" + card + ".")).isEqualTo("\\n******.");
	}

	@Test
	void redactsPrivateKeys() {
		String body = "\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n";
		assertThat(this.policy.text("k -----BEGIN RSA PRIVATE KEY-----" + body + "-----END RSA PRIVATE KEY-----\nx"))
			.isEqualTo("k ******\nx");
		assertThat(this.policy.text("-----BEGIN PRIVATE KEY-----" + body)).isEqualTo("******");
		assertThat(this.policy.text("privateKey=\"-----BEGIN PRIVATE KEY-----" + body + "-----END PRIVATE KEY-----\""))
			.isEqualTo("privateKey=\"******\"");
	}

	@Test
	void redactsEmailsWhenSwitchedOn() {
		RedactionRules rules = new RedactionRules(RedactionMode.MASK, Set.of(), Set.of(), Map.of(), true, null);
		RedactionPolicy emails = RedactionPolicy.from(rules);
		assertThat(emails.text("to=bob.o+x@mail.example.com, cc <jörg@exämple.de>."))
			.isEqualTo("to=******, cc <******>.");
		assertThat(emails.text("bob@host and @home a@b.c")).isEqualTo("bob@host and @home a@b.c");
	}

	@Test
	void keepsTheOtherLines() {
		assertThat(this.policy.text("a\npassword: x\nb: c\r\nAuthorization: Digest a=b, c=d\r\ne"))
			.isEqualTo("a\npassword: ******\nb: c\r\nAuthorization: ******\r\ne");
	}

	@Test
	void countsWhatItReplaces() {
		this.policy.text("password=a token=b 4111111111111111 fine");
		assertThat(this.policy.redactions().count()).isEqualTo(3);
		assertThat(this.policy.redactions().failures()).isZero();
	}

}
