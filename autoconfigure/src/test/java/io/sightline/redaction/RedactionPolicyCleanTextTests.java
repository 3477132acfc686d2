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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RedactionPolicy#text(String)} on text without secrets.
 */
class RedactionPolicyCleanTextTests {

	private final RedactionPolicy policy = RedactionPolicy.from(RedactionRules.defaults());

	@ParameterizedTest
	@ValueSource(strings = { "", "Order 4711 created in 12 ms", "order 1234567890123456 created",
			"order 4111111111111112 created", "at 1751234567890123456 ns, 1751234567890123 us, 1751234567890 ms",
			"id 4f2b1c9e-7a3d-4e21-9b6c-0d1e2f3a4b5c", "id 41111111-1111-1111-1111-111111111111",
			"id 4111111111111111ab", "traceparent 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
			"00-41111111111111114111111111111111-4111111111111111-01", "ratio 0.4532015112830366 measured",
			"41111111111111114111111111111111", "12:30:45.123 INFO [main] io.sightline.Foo - started",
			"GET https://example.com:8443/orders/12?page=2&size=20#top", "ssh://git@github.com/a/b.git",
			"mail to bob@example.com", "tokens_used=512 max_tokens: 1024 token_count=3", "author: Jane, compass=north",
			"password is required", "Bearer authentication is required", "bearer token missing", "Basic authentication",
			"basic understanding of things", "password=null token: null secret=true", "password={} pin=?",
			"password= user=bob", "password=\"\"", "token:", "token: }", "password=", "password:\nuser",
			"{\"tokenType\":\"x\",\"password\":\"\",\"secret\":null}", "Map<Token> and List<Password>",
			"<password></password><password/>", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
			"-----BEGIN PUBLIC KEY-----", "--------------------", "class eyJ.a.b and eyJhbGci", "AKIASHORT",
			"sk-loading-spinner-container-large", "ghp_short", "task_live_x sk_live_", "password=****** token: ******",
			"https://******@example.com", "{password=[dropped], token=[sha256:0123456789ab], pin=[redaction failed]}",
			"2026-11-01T10:15:30.123456Z 10.0.0.1 200 4111 5", "4111 1111 1111 1112", "phone +49 170 1234567",
			"smörgåsbord \uD83D\uDE00 \uD83D 密码", "a=b=c::d?e&f;g,h", "://@//", "@@@ ::: === ''' \"\"\" {{{ ]]]" })
	void returnsTheSameInstance(String text) {
		assertThat(this.policy.text(text)).isSameAs(text);
		assertThat(this.policy.text(text, text.length())).isSameAs(text);
		assertThat(this.policy.redactions().count()).isZero();
	}

}
