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
import io.sightline.redaction.RedactionRules;
import io.sightline.redaction.Redactor;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RedactionAutoConfiguration}.
 */
class RedactionAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RedactionAutoConfiguration.class));

	@Test
	void isListed() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null))
			.contains(RedactionAutoConfiguration.class.getName());
	}

	@Test
	void providesThePolicy() {
		this.runner.run((context) -> assertThat(context.getBean(RedactionPolicy.class).text("password=x"))
			.isEqualTo("password=******"));
	}

	@Test
	void backsOffFromThePolicyOfTheApplication() {
		RedactionPolicy own = RedactionPolicy.from(RedactionRules.defaults());
		this.runner.withBean(RedactionPolicy.class, () -> own)
			.run((context) -> assertThat(context.getBean(RedactionPolicy.class)).isSameAs(own));
	}

	@Test
	void leavesNothingWhenSwitchedOff() {
		this.runner.withPropertyValues("sightline.redaction.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RedactionPolicy.class)
				.doesNotHaveBean(RedactionProperties.class));
		this.runner.withPropertyValues("sightline.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RedactionPolicy.class));
	}

	@Test
	void bindsEveryProperty() {
		this.runner
			.withPropertyValues("sightline.redaction.mode=hash", "sightline.redaction.keys=taxId",
					"sightline.redaction.allowed-keys=page-token", "sightline.redaction.patterns.staff=EMP-\\d+",
					"sightline.redaction.emails=true", "sightline.redaction.hash-salt=pepper")
			.run((context) -> assertThat(
					context.getBean(RedactionPolicy.class).text("tax_id=1 page_token=2 EMP-3 a@b.com"))
				.matches("tax_id=\\[sha256:\\w{12}] page_token=2 \\[sha256:\\w{12}] \\[sha256:\\w{12}]"));
	}

	@Test
	void namesThePropertyOfAnInvalidPattern() {
		this.runner.withPropertyValues("sightline.redaction.patterns.staff=(EMP")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("Unclosed group")
				.satisfies((ex) -> assertThat(context.getStartupFailure())
					.hasStackTraceContaining(InvalidRedactionPatternException.class.getName())
					.hasStackTraceContaining("sightline.redaction.patterns.staff")));
	}

	@Test
	void asksRedactorsInTheirOrder() {
		this.runner.withUserConfiguration(Redactors.class)
			.run((context) -> assertThat(context.getBean(RedactionPolicy.class).text("")).isEqualTo("12"));
	}

	@Test
	void keepsTwoContextsApart() {
		this.runner.withPropertyValues("sightline.redaction.keys=colour").run((one) -> this.runner.run((two) -> {
			assertThat(one.getBean(RedactionPolicy.class).isSecretKey("colour")).isTrue();
			assertThat(two.getBean(RedactionPolicy.class).isSecretKey("colour")).isFalse();
		}));
	}

	@Configuration(proxyBeanMethods = false)
	static class Redactors {

		@Bean
		@Order(2)
		Redactor second() {
			return (key, value) -> value + "2";
		}

		@Bean
		@Order(1)
		Redactor first() {
			return (key, value) -> value + "1";
		}

	}

}
