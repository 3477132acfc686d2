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

package io.sightline.defaults;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link DefaultsEnvironmentPostProcessor} in real applications.
 */
@ExtendWith(OutputCaptureExtension.class)
class DefaultsEnvironmentPostProcessorTests {

	private static final String RATIO = "management.tracing.sampling.probability";

	/**
	 * Boot's logging system hands these on to the next application of the JVM.
	 */
	@AfterEach
	void forgetFormats() {
		System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
		System.clearProperty("FILE_LOG_STRUCTURED_FORMAT");
	}

	@Test
	void argumentsWinOverEveryDefault() {
		try (ConfigurableApplicationContext plain = run()) {
			for (String key : defaults(plain)) {
				assertThat(valueOf(key, "--" + key + "=" + other(key))).as(key).isEqualTo(other(key));
			}
		}
	}

	@Test
	void defaultPropertiesOfTheApplicationWin() {
		try (ConfigurableApplicationContext context = builder(PlainApplication.class)
			.properties(Map.of(RATIO, "0.25", "spring.main.banner-mode", "console"))
			.run()) {
			assertThat(context.getEnvironment().getProperty(RATIO)).isEqualTo("0.25");
			assertThat(context.getEnvironment().getProperty("spring.main.banner-mode")).isEqualTo("console");
		}
	}

	@Test
	void propertySourceAnnotationWins() {
		try (ConfigurableApplicationContext context = builder(AnnotatedApplication.class).run()) {
			assertThat(context.getEnvironment().getProperty(RATIO)).isEqualTo("0.125");
			assertThat(context.getEnvironment().getPropertySources().stream()).last()
				.extracting(org.springframework.core.env.PropertySource::getName)
				.isEqualTo(Defaults.SOURCE_NAME);
		}
	}

	@Test
	void addsNothingWhenDisabled() {
		try (ConfigurableApplicationContext context = run("--sightline.enabled=false")) {
			assertThat(context.getEnvironment().getPropertySources().contains(Defaults.SOURCE_NAME)).isFalse();
			assertThat(context.getEnvironment().getProperty(RATIO)).isNull();
		}
	}

	@Test
	void addsNothingTwice() {
		try (ConfigurableApplicationContext context = run()) {
			ConfigurableEnvironment environment = context.getEnvironment();
			int before = environment.getPropertySources().size();
			new DefaultsEnvironmentPostProcessor((destination) -> destination.get()).postProcessEnvironment(environment,
					new SpringApplication());
			assertThat(environment.getPropertySources()).hasSize(before);
		}
	}

	@Test
	void makesUpInstanceOnce() {
		try (ConfigurableApplicationContext context = run()) {
			String instance = context.getEnvironment().getProperty("sightline.service.instance-id");
			assertThat(instance).isNotNull().satisfies(UUID::fromString);
			assertThat(context.getEnvironment()
				.getProperty("management.opentelemetry.resource-attributes[service.instance.id]")).isEqualTo(instance);
		}
	}

	@Test
	void warnsOnceOfMissingName(CapturedOutput output) {
		builder(PlainApplication.class).run("--spring.application.name=", "--sightline.logging.format=text").close();
		assertThat(output).containsOnlyOnce("set spring.application.name");
	}

	@Test
	void isSilentWhenNamed(CapturedOutput output) {
		run("--sightline.logging.format=text").close();
		assertThat(output).doesNotContain("set spring.application.name").doesNotContain("WARN");
	}

	@Test
	void writesText(CapturedOutput output) {
		run("--sightline.logging.format=text").close();
		assertThat(output).contains("INFO").doesNotContain("\"level\":\"INFO\"");
	}

	@Test
	void writesJson(CapturedOutput output) {
		run("--sightline.logging.format=json").close();
		assertThat(output.getOut().lines()).isNotEmpty().allMatch((line) -> line.startsWith("{\"timestamp\":"));
	}

	@Test
	void failsForUnknownFormat(CapturedOutput output) {
		assertThatException().isThrownBy(() -> run("--sightline.logging.format=xml"));
		assertThat(output).contains("sightline.logging.format").contains("xml").contains("JSON").contains("TEXT");
	}

	private static String valueOf(String key, String argument) {
		try (ConfigurableApplicationContext context = run(argument)) {
			return String.valueOf(context.getEnvironment().getProperty(key));
		}
	}

	private static String[] defaults(ConfigurableApplicationContext context) {
		MutablePropertySources sources = context.getEnvironment().getPropertySources();
		return ((MapPropertySource) Objects.requireNonNull(sources.get(Defaults.SOURCE_NAME))).getPropertyNames();
	}

	private static String other(String key) {
		return switch (key) {
			case RATIO -> "0.5";
			case "sightline.logging.format" -> "text";
			case "spring.main.banner-mode" -> "console";
			case "logging.logback.rollingpolicy.total-size-cap" -> "2GB";
			case "spring.reactor.context-propagation" -> "limited";
			case "logging.structured.format.console", "logging.structured.format.file" -> "logstash";
			case "logging.level.org.springframework.boot.jdbc.health",
					"logging.level.org.springframework.boot.data.redis.health" ->
				"info";
			default -> key.endsWith("nabled") ? "true" : "other";
		};
	}

	private static ConfigurableApplicationContext run(String... arguments) {
		return builder(PlainApplication.class).properties("spring.application.name=orders").run(arguments);
	}

	private static SpringApplicationBuilder builder(Class<?> application) {
		return new SpringApplicationBuilder(application).web(WebApplicationType.NONE);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(DefaultsAutoConfiguration.class)
	static class PlainApplication {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(DefaultsAutoConfiguration.class)
	@PropertySource("classpath:io/sightline/defaults/annotated.properties")
	static class AnnotatedApplication {

	}

}
