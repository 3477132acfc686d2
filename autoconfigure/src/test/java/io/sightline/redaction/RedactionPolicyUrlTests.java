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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RedactionPolicy#url(String)}.
 */
class RedactionPolicyUrlTests {

	private final RedactionPolicy policy = RedactionPolicy.from(RedactionRules.defaults());

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "https://bob:hunter2@example.com/a|https://example.com/a",
			"https://bob@example.com/a|https://example.com/a", "//a:b@c/d|//c/d",
			"mongodb://u:p@ss@h1,h2/db|mongodb://h1,h2/db",
			"https://h/p?token=x&page=1#id_token=z|https://h/p?token=******&page=1#id_token=******",
			"/login?user%5Bpassword%5D=a,b;c=d|/login?user%5Bpassword%5D=******;c=d",
			"/cb?code=abc&state=1|/cb?code=******&state=1", "/p?a=1?token=x|/p?a=1?token=******",
			"https://h/#access_token=abc|https://h/#access_token=******",
			"https://h/reset/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl|https://h/reset/******",
			"https://h/pay/4111111111111111|https://h/pay/******",
			"https://b.s3.amazonaws.com/k?X-Amz-Signature=ab|https://b.s3.amazonaws.com/k?X-Amz-Signature=******",
			"http://127.0.0.1:8080/pay/4111111111111111|http://127.0.0.1:8080/pay/******",
			"http://h:8080/a;password=x|http://h:8080/a;password=******", "https://4111111111111111/a|https://******/a",
			"https://4111-1111-1111-1111/a|https://******/a", "http://h:80/AKIAIOSFODNN7EXAMPLE|http://h:80/******",
			"https://sk-0123456789abcdef0123456789abcdef/v1|https://******/v1",
			"https://h/token:8080|https://h/token:******", "http://h?token:8080/|http://h?token:******",
			"http://h#token:8080/|http://h#token:******" })
	void redacts(String url, String expected) {
		assertThat(this.policy.url(url)).isEqualTo(expected);
		assertThat(this.policy.url(expected)).isSameAs(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "https://example.com", "https://example.com:8443/a/b?page=2&size=20#top",
			"http://127.0.0.1:28181/stock/7", "http://orders-2.shop.svc.cluster.local", "http://h:",
			"http://h:123456/a", "http://", "https:///a", "http://[::1]:8080/a", "http://Example.com/a",
			"http://token:8080/a", "http://password:80", "/a?token=&b", "/a?token", "urn:isbn:1", "/a//b@c",
			"/search?q=a%20b&x=%zz%", "?", "#", "mailto:a@b.c" })
	void returnsTheSameInstance(String url) {
		assertThat(this.policy.url(url)).isSameAs(url);
	}

	@Test
	void countsUserInfo() {
		this.policy.url("https://bob:hunter2@example.com/?pin=1");
		assertThat(this.policy.redactions().count()).isEqualTo(2);
	}

}
