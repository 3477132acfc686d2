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

package io.sightline.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.example.reactive.ReactiveApplication;
import com.example.servlet.ServletApplication;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every feature leaves through the doors it has, and takes along what is its own and
 * nothing else. The third door, a library that is missing, and the fourth, a bean of the
 * application, are tested with each auto-configuration.
 */
class FourDoorsTests {

	/**
	 * What goes when an auto-configuration does although another declares it, as it needs
	 * a bean of it.
	 */
	private static final Map<String, Set<String>> DEPENDENTS = Map.of("io.sightline.identity.autoconfigure",
			Set.of("sightlineBuildInfoMetrics", "sightlineDeploymentMetrics"), "io.sightline.noise.autoconfigure",
			Set.of("sightlineNoiseCustomizer"),
			// Boot's beans, which are decorated.
			"io.sightline.request.autoconfigure", Set.of("httpHandler"), "io.sightline.metrics.autoconfigure",
			Set.of("otlpMetricsSender", "defaultMeterObservationHandler", "tracingObservationHandlerGroup"),
			"io.sightline.health.autoconfigure",
			Set.of("healthContributorRegistry", "reactiveHealthContributorRegistry"),
			"io.sightline.redaction.autoconfigure", Set.of("sightlineUrlRedactionFilter"));

	private static final Map<String, String> SERVLET = servletBeans();

	private static final Map<String, String> REACTIVE = reactiveBeans();

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "NONE", "SERVLET", "REACTIVE" })
	void nothingIsLeftWhenSightlineIsDisabled(WebApplicationType type) {
		try (ConfigurableApplicationContext context = start(type, "--sightline.enabled=false")) {
			assertThat(SightlineBeans.in(context)).isEmpty();
			assertThat(context.getEnvironment().getPropertySources().stream())
				.noneMatch((source) -> source.getName().startsWith("sightline"));
			assertThat(listeners(context)).noneMatch((name) -> name.startsWith("io.sightline"));
			assertThat(threads()).noneMatch((name) -> name.contains("sightline"));
			assertThat(context.getBean(MeterRegistry.class).getMeters())
				.noneMatch((meter) -> meter.getId().getName().startsWith("sightline"));
		}
	}

	@ParameterizedTest
	@MethodSource("switches")
	void switchTakesExactlyItsFeature(String feature, List<String> packages) {
		Map<String, String> expected = new TreeMap<>(SERVLET);
		packages.forEach((name) -> remove(expected, name));
		assertThat(servletBeans("sightline." + feature + ".enabled=false")).isEqualTo(expected);
	}

	static Stream<Arguments> switches() {
		String async = "io.sightline.tracing.async.autoconfigure";
		String export = "io.sightline.tracing.export.autoconfigure";
		String jdbc = "io.sightline.tracing.jdbc.autoconfigure";
		String messaging = "io.sightline.tracing.messaging.autoconfigure";
		String propagation = "io.sightline.tracing.propagation.autoconfigure";
		String sampling = "io.sightline.tracing.sampling.autoconfigure";
		String semconv = "io.sightline.tracing.semconv.autoconfigure";
		List<String> tracing = List.of(async, export, jdbc, messaging, propagation, sampling, semconv,
				"io.sightline.tracing.agent.autoconfigure", "io.sightline.tracing.annotation.autoconfigure",
				"io.sightline.tracing.autoconfigure");
		return Stream.of(Arguments.of("tracing.async", List.of(async)), Arguments.of("tracing.export", List.of(export)),
				Arguments.of("tracing.jdbc", List.of(jdbc)), Arguments.of("tracing.messaging", List.of(messaging)),
				Arguments.of("tracing.propagation", List.of(propagation)),
				Arguments.of("tracing.sampling", List.of(sampling)),
				Arguments.of("tracing.semantic-conventions", List.of(semconv)), Arguments.of("tracing", tracing),
				feature("audit"), feature("diagnostics"), feature("health"), feature("identity"), feature("logging"),
				feature("metrics"), feature("noise"), feature("pressure"), feature("redaction"), feature("request"),
				feature("slo"), Arguments.of("alerts", List.of("io.sightline.slo.alert.autoconfigure")));
	}

	private static Arguments feature(String name) {
		return Arguments.of(name, List.of("io.sightline." + name + ".autoconfigure"));
	}

	@ParameterizedTest
	@MethodSource("io.sightline.doors.SightlineBeans#autoConfigurations")
	void excludeTakesExactlyOneAutoConfiguration(String autoConfiguration) {
		String property = "spring.autoconfigure.exclude=" + autoConfiguration;
		boolean reactive = autoConfiguration.contains(".Reactive");
		assertExcluded(autoConfiguration, reactive ? REACTIVE : SERVLET,
				reactive ? reactiveBeans(property) : servletBeans(property));
	}

	private static void assertExcluded(String autoConfiguration, Map<String, String> all, Map<String, String> left) {
		List<String> gone = all.keySet().stream().filter((name) -> !left.containsKey(name)).toList();
		String home = ClassUtils.getPackageName(autoConfiguration);
		assertThat(gone).contains(autoConfiguration)
			.allMatch((name) -> home.equals(all.get(name)) || DEPENDENTS.getOrDefault(home, Set.of()).contains(name));
		assertThat(all).containsAllEntriesOf(left);
	}

	private static void remove(Map<String, String> beans, String home) {
		beans.values().removeIf(home::equals);
		beans.keySet().removeAll(DEPENDENTS.getOrDefault(home, Set.of()));
	}

	private static Map<String, String> servletBeans(String... properties) {
		Map<String, String> beans = new TreeMap<>();
		new WebApplicationContextRunner().withUserConfiguration(ServletApplication.class)
			.withBean("springBootLoggingSystem", LoggingSystem.class,
					() -> LoggingSystem.get(FourDoorsTests.class.getClassLoader()))
			.withPropertyValues("management.endpoints.web.exposure.include=*")
			.withPropertyValues(properties)
			.run((context) -> beans.putAll(SightlineBeans.in(context.getSourceApplicationContext())));
		return beans;
	}

	private static Map<String, String> reactiveBeans(String... properties) {
		Map<String, String> beans = new TreeMap<>();
		new ReactiveWebApplicationContextRunner().withUserConfiguration(ReactiveApplication.class)
			.withPropertyValues(properties)
			.run((context) -> beans.putAll(SightlineBeans.in(context.getSourceApplicationContext())));
		return beans;
	}

	private static ConfigurableApplicationContext start(WebApplicationType type, String... arguments) {
		Class<?> application = (type == WebApplicationType.REACTIVE) ? ReactiveApplication.class
				: ServletApplication.class;
		return new SpringApplicationBuilder(application).web(type)
			.properties("server.port=0", "spring.application.name=doors")
			.run(arguments);
	}

	private static List<String> listeners(ConfigurableApplicationContext context) {
		List<String> names = new ArrayList<>();
		((AbstractApplicationContext) context).getApplicationListeners()
			.forEach((listener) -> names.add(listener.getClass().getName()));
		return names;
	}

	private static List<String> threads() {
		return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
	}

}
