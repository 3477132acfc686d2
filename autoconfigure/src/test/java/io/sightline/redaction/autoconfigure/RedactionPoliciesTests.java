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

package io.sightline.redaction.autoconfigure;

import io.sightline.redaction.InvalidRedactionPatternException;
import io.sightline.redaction.RedactionPolicy;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RedactionPolicies}.
 */
class RedactionPoliciesTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void masksByDefault() {
		assertThat(policy().text("password=x")).isEqualTo("password=******");
	}

	@Test
	void usesTheConfiguredRules() {
		this.environment.withProperty("sightline.redaction.mode", "drop")
			.withProperty("sightline.redaction.keys[0]", "taxId")
			.withProperty("sightline.redaction.patterns.staff", "EMP-\\d+");
		assertThat(policy().text("taxId=1 EMP-2")).isEqualTo("taxId=[dropped] [dropped]");
		assertThat(policy().value("taxId", 1)).isNull();
	}

	@Test
	void letsEverythingPassWhenSwitchedOff() {
		this.environment.setProperty("sightline.redaction.enabled", "false");
		assertThat(policy().text("password=x")).isEqualTo("password=x");
		this.environment.setProperty("sightline.redaction.enabled", "true");
		this.environment.setProperty("sightline.enabled", "false");
		assertThat(policy().text("password=x")).isEqualTo("password=x");
	}

	@Test
	void hashesLikeTheBeanWithoutASalt() {
		this.environment.setProperty("sightline.redaction.mode", "hash");
		assertThat(policy().text("password=x")).isEqualTo(policy().text("password=x"));
	}

	@Test
	void refusesWhatIsInvalid() {
		this.environment.setProperty("sightline.redaction.patterns.staff", "(EMP");
		assertThatExceptionOfType(InvalidRedactionPatternException.class).isThrownBy(this::policy)
			.satisfies((ex) -> assertThat(ex.property()).isEqualTo("sightline.redaction.patterns.staff"));
		this.environment.setProperty("sightline.redaction.mode", "shred");
		assertThatExceptionOfType(BindException.class).isThrownBy(this::policy)
			.withMessageContaining("sightline.redaction.mode");
	}

	@Test
	void hidesTheSalt() {
		this.environment.setProperty("sightline.redaction.hash-salt", "pepper");
		assertThat(Binder.get(this.environment).bind("sightline.redaction", RedactionProperties.class).get()).asString()
			.doesNotContain("pepper");
	}

	private RedactionPolicy policy() {
		return RedactionPolicies.fromEnvironment(this.environment);
	}

}
