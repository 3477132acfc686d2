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
package com.example.secured;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application with Spring Security, and a check whose exception tells a password.
 */
@SpringBootApplication
@RestController
public class SecuredApplication {

	/**
	 * What must not be seen by anybody.
	 */
	public static final String PASSWORD = "hunter2";

	public static void main(String[] args) {
		SpringApplication.run(SecuredApplication.class, args);
	}

	@GetMapping("/work")
	String work() {
		return "done";
	}

	@Bean
	HealthIndicator ledgerHealthIndicator() {
		return () -> {
			throw new IllegalStateException("cannot reach jdbc:postgresql://app:" + PASSWORD + "@db/shop");
		};
	}

	@Bean
	HealthIndicator stockHealthIndicator() {
		return () -> Health.down(new IllegalStateException("refused, password=" + PASSWORD))
			.withDetail("uri", "amqp://app:" + PASSWORD + "@queue")
			.withDetail("api_key", PASSWORD)
			.build();
	}

}
