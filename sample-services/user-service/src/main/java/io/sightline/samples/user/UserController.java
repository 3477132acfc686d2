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

import java.net.URI;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/users")
class UserController {

	private final UserDirectory directory;

	private final Registration registration;

	UserController(UserDirectory directory, Registration registration) {
		this.directory = directory;
		this.registration = registration;
	}

	@GetMapping("/{id}")
	UserView view(@PathVariable String id) {
		return this.directory.view(id);
	}

	@GetMapping("/{id}/profile")
	UserProfile profile(@PathVariable String id) {
		return this.directory.profile(id);
	}

	@PostMapping
	ResponseEntity<Registration.RegisteredUser> register(@Valid @RequestBody RegistrationRequest request) {
		Registration.RegisteredUser user = this.registration.register(request);
		return ResponseEntity.created(URI.create("/users/" + user.profile().id())).body(user);
	}

}
