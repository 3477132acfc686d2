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

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes an invitation and gives a session. The answer is a page and not a redirect: a
 * browser that followed the link from another site would not show a strict cookie to a
 * redirect's target.
 */
@RestController
final class LoginController {

	private static final String PAGE = """
			<!doctype html>
			<html lang="en">
			<meta charset="utf-8">
			<meta http-equiv="refresh" content="%s">
			<title>Sightline</title>
			<p>%s</p>
			""";

	private final Sessions sessions;

	private final Invitations invitations;

	LoginController(Sessions sessions, Invitations invitations) {
		this.sessions = sessions;
		this.invitations = invitations;
	}

	@GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<String> login(@RequestParam(name = "token", required = false) @Nullable String token) {
		String session = this.sessions.open(token);
		if (session == null) {
			return ResponseEntity.status(401)
				.body(PAGE.formatted("86400", "This link was used before. The console has printed a new one."));
		}
		this.invitations.print();
		ResponseCookie cookie = ResponseCookie.from(AccessFilter.COOKIE, session)
			.httpOnly(true)
			.sameSite("Strict")
			.path("/")
			.maxAge(Sessions.LIFETIME)
			.build();
		return ResponseEntity.ok()
			.header(HttpHeaders.SET_COOKIE, cookie.toString())
			.body(PAGE.formatted("0;url=/", "<a href=\"/\">Go on</a>"));
	}

}
