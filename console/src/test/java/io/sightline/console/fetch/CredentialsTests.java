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

package io.sightline.console.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

class CredentialsTests {

	@ParameterizedTest
	@ValueSource(strings = { "secret\r\n", "secret\n", "secret" })
	void takesATokenAsAFileHasIt(String token) {
		assertThat(new Credentials(null, null, token).header()).isEqualTo("Bearer secret");
		assertThat(new Credentials("me\n", token, null)).isEqualTo(new Credentials("me", "secret", null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "se\ncret", "\rsecret", "secret\u0000", "s\u0007ecret" })
	void refusesControlCharactersWithoutTellingTheSecret(String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Credentials(null, null, secret))
			.withMessage("The token must not contain control characters, such as ends of lines");
		assertThatIllegalArgumentException().isThrownBy(() -> new Credentials("me", secret, null))
			.withMessage("The password must not contain control characters, such as ends of lines");
	}

	@Test
	void refusesATokenThatIsNotAsciiWithoutTellingIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Credentials(null, null, "secret\u00e4"))
			.withMessage("The token must consist of ASCII characters");
	}

	@Test
	void failsLaterAndWithoutTheTextOfTheExceptionWhenThereIsNoRequest() {
		try (Fetcher fetcher = new Fetcher("test", Duration.ofSeconds(1), 100)) {
			CompletableFuture<Fetched> answer = fetcher.get(URI.create("secret:x"), "text/plain", Credentials.NONE);
			Throwable problem = catchThrowable(answer::join);
			assertThat(problem).hasStackTraceContaining("cannot be asked");
			assertThat(Fetcher.reason(problem)).startsWith("cannot be asked").doesNotContain("secret");
			assertThat(Fetcher.reason(new IllegalArgumentException("invalid header value: \"secret\"")))
				.startsWith("cannot be asked")
				.doesNotContain("secret");
		}
	}

}
