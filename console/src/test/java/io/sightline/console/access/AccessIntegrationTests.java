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

package io.sightline.console.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.sightline.console.ConsoleClient;
import io.sightline.console.ConsoleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@ConsoleTest
class AccessIntegrationTests {

	private static final String CONSOLE = "http://localhost:%d";

	private final ConsoleClient console;

	private final int port;

	private final Sessions sessions;

	AccessIntegrationTests(@LocalServerPort int port, @Autowired Sessions sessions) {
		this.console = new ConsoleClient(port);
		this.port = port;
		this.sessions = sessions;
	}

	@Test
	void tellsNothingWithoutALogin() {
		HttpResponse<String> response = this.console.send(request("/api/overview"));
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).doesNotContain("services");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api;x/overview", "//api/overview", "/%61pi/overview", "/x/../api/overview",
			"/api/%6fverview", "/./api/overview" })
	void tellsNothingByAnotherName(String path) throws IOException {
		assertThat(raw("GET " + path + " HTTP/1.1", "Host: localhost:" + this.port)).doesNotContain("services");
	}

	@Test
	void hasAnIconForBrowsersThatAskBeforeTheyReadThePage() {
		HttpResponse<String> response = this.console.send(request("/favicon.ico"));
		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(response.headers().firstValue("Location"))
			.hasValueSatisfying((to) -> assertThat(to).endsWith("/icon.svg"));
	}

	@Test
	void letsOneBrowserInByEachLink() {
		String invitation = this.sessions.invitation();
		HttpResponse<String> response = this.console.send(request("/login?token=" + invitation));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(cookie(response)).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
		HttpRequest.Builder request = request("/api/overview").header("Cookie", cookie(response).split(";")[0]);
		assertThat(this.console.send(request).statusCode()).isEqualTo(200);
		HttpResponse<String> again = this.console.send(request("/login?token=" + invitation));
		assertThat(again.statusCode()).isEqualTo(401);
		assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?token=", "?token=0000", "?other=1" })
	void letsNobodyInWithoutTheLink(String query) {
		HttpResponse<String> response = this.console.send(request("/login" + query));
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Sec-Fetch-Site,cross-site,403", "Sec-Fetch-Site,same-site,403", "Sec-Fetch-Site,same-origin,200",
			"Sec-Fetch-Site,none,200", "Origin,http://evil.example,403", "Origin,null,403" })
	void answersNoPageOfSomebodyElse(String header, String value, int status) {
		HttpRequest.Builder request = request("/api/overview").header("Cookie", session()).header(header, value);
		assertThat(this.console.send(request).statusCode()).isEqualTo(status);
	}

	@Test
	void answersItsOwnPage() {
		HttpRequest.Builder request = request("/api/overview").header("Cookie", session())
			.header("Origin", CONSOLE.formatted(this.port));
		assertThat(this.console.send(request).statusCode()).isEqualTo(200);
	}

	@Test
	void changesNothingForAFormOfSomebodyElse() {
		HttpRequest.Builder request = request("/api/overview").header("Cookie", session())
			.POST(BodyPublishers.noBody());
		assertThat(this.console.send(request).statusCode()).isEqualTo(403);
		request.header("X-Console-Request", "1");
		assertThat(this.console.send(request).statusCode()).isEqualTo(405);
	}

	@ParameterizedTest
	@CsvSource({ "localhost,200", "127.0.0.1:1,200", "[::1],200", "LOCALHOST:80,200", "evil.example,403",
			"localhost.evil.example,403", "127.0.0.1.evil.example:80,403", "'',403" })
	void answersToItsOwnNamesOnly(String host, int status) throws IOException {
		String answer = raw("GET /index.html HTTP/1.1", "Host: " + host);
		assertThat(answer).startsWith("HTTP/1.1 " + status);
		assertThat(answer.contains("<html")).isEqualTo(status == 200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP" })
	void answersNoProxy(String header) {
		HttpRequest.Builder request = request("/index.html").header(header, "for=192.0.2.1");
		assertThat(this.console.send(request).statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/index.html", "/app.js", "/api/overview", "/login", "/nothing" })
	void saysWhatABrowserMayDo(String path) {
		HttpResponse<String> response = this.console.send(request(path).header("Origin", "http://evil.example"));
		assertThat(response.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'")
			.contains("script-src 'self'")
			.doesNotContain("unsafe");
		assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
		assertThat(response.headers().map().keySet())
			.noneMatch((name) -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
	}

	@Test
	void keepsAllDataBehindTheLogin(@Autowired List<RequestMappingHandlerMapping> mappings) {
		Set<String> open = mappings.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().keySet().stream())
			.flatMap((info) -> info.getPatternValues().stream())
			.filter((path) -> !path.startsWith("/api/") && !path.startsWith("/v1/"))
			.filter((path) -> !path.contains("/error"))
			.collect(Collectors.toSet());
		assertThat(open).containsExactly("/login");
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.console.uri(path));
	}

	private String session() {
		return cookie(this.console.send(request("/login?token=" + this.sessions.invitation()))).split(";")[0];
	}

	private static String cookie(HttpResponse<String> response) {
		return response.headers().firstValue("Set-Cookie").orElse("");
	}

	private String raw(String... lines) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
