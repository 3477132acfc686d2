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

package io.sightline.console.sources;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.sightline.console.api.BadFieldException;
import io.sightline.console.api.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@ExtendWith(OutputCaptureExtension.class)
class RemoteTests {

	@Test
	void readsAnAnswer() throws IOException, SourceException {
		try (FormatStub stub = FormatStub.start((asked) -> "{\"a\": 1}")) {
			assertThat(remote(stub.url() + "/base/").get("/x", Map.of("q", "\u00e4&b", "none", "")).path("a").asInt())
				.isEqualTo(1);
			assertThat(stub.asked()).containsExactly("/base/x?q=%C3%A4%26b");
		}
	}

	@Test
	void takesWhatIsNotThereForNothing() throws IOException, SourceException {
		try (FormatStub stub = FormatStub.start((asked) -> "")) {
			stub.answerWith(404);
			assertThat(remote(stub.url()).get("/x", Map.of()).isMissingNode()).isTrue();
		}
	}

	@Test
	void warnsOnceAndLeavesAloneWhatDoesNotAnswer(CapturedOutput output) throws IOException {
		try (FormatStub stub = FormatStub.start((asked) -> "")) {
			stub.answerWith(500);
			Remote remote = remote(stub.url());
			for (int i = 0; i < 3; i++) {
				assertThatExceptionOfType(SourceException.class).isThrownBy(() -> remote.get("/x", Map.of()));
			}
			assertThat(stub.asked()).hasSize(1);
			assertThat(output.getAll().split("said once until", -1)).hasSize(2);
			assertThat(output).doesNotContain("of nobody else");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 422 })
	void asksOthersAlthoughAQuestionWasRefused(int status) throws IOException, SourceException {
		try (FormatStub stub = FormatStub.start((asked) -> "{}")) {
			Remote remote = remote(stub.url());
			stub.answerWith(status);
			assertThatExceptionOfType(SourceException.class).isThrownBy(() -> remote.get("/x", Map.of()))
				.withMessageContaining("status " + status);
			stub.answerWith(200);
			assertThat(remote.get("/x", Map.of()).isObject()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403, 429, 503 })
	void leavesAloneWhoLetsNobodyIn(int status) throws IOException {
		try (FormatStub stub = FormatStub.start((asked) -> "{}")) {
			Remote remote = remote(stub.url());
			stub.answerWith(status);
			for (int i = 0; i < 2; i++) {
				assertThatExceptionOfType(SourceException.class).isThrownBy(() -> remote.get("/x", Map.of()));
			}
			assertThat(stub.asked()).hasSize(1);
		}
	}

	@Test
	void refusesAnAuthorizationThatIsNoHeaderWithoutTellingIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SourceProperties.Place("", "Bearer se\ncret"))
			.withMessage("The authorization must not contain control characters, such as ends of lines");
		assertThat(new SourceProperties.Place("", "Bearer secret\r\n").authorization()).isEqualTo("Bearer secret");
	}

	@Test
	void refusesTheNameOfAMeterAsALabel() {
		assertThatExceptionOfType(BadFieldException.class)
			.isThrownBy(() -> MeterQuestion.labels(List.of("__name__=up")));
	}

	@Test
	void waitsNoLongerThanItsTime() throws IOException {
		try (ServerSocket silent = new ServerSocket(0)) {
			Remote remote = remote("http://127.0.0.1:" + silent.getLocalPort());
			long start = System.nanoTime();
			assertThatExceptionOfType(SourceException.class).isThrownBy(() -> remote.get("/x", Map.of()))
				.withMessageContaining("does not answer");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
		}
	}

	@Test
	void readsNoMoreThanItTakes() throws IOException {
		try (FormatStub stub = FormatStub.start((asked) -> "\"" + "x".repeat(2_000_000) + "\"")) {
			assertThatExceptionOfType(SourceException.class).isThrownBy(() -> remote(stub.url()).get("/x", Map.of()))
				.withMessageContaining("bytes");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost:9411", "ftp://localhost", "http://", "http://user:secret@localhost",
			"http://localhost?x=1", "http://local host", "file:///etc/hostname" })
	void refusesWhatIsNoAddress(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> properties(url, "logs-*"))
			.withMessageContaining("console.sources.zipkin.url")
			.withMessageNotContaining("secret");
	}

	@Test
	void refusesWhatIsNoIndex() {
		assertThatIllegalArgumentException().isThrownBy(() -> properties("", "../_cluster"))
			.withMessageContaining("console.sources.opensearch.index");
	}

	private static Remote remote(String url) {
		return new Remote("Stub", new SourceProperties.Place(url, "Bearer of nobody else"), properties(url, "logs-*"));
	}

	private static SourceProperties properties(String url, String index) {
		SourceProperties.Place none = new SourceProperties.Place("", "");
		return new SourceProperties(Duration.ofMillis(700), DataSize.ofMegabytes(1),
				new SourceProperties.Place(url, ""), none, new SourceProperties.LogPlace("", "", index), none);
	}

}
