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
package io.sightline.tracing.annotation.autoconfigure;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.core.annotation.Counted;
import io.micrometer.core.annotation.Timed;
import io.micrometer.core.aop.TimedAspect;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.annotation.Observed;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.sightline.tracing.annotation.AnnotatedMethodAdvisor;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.aspectj.AbstractAspectJAdvice;
import org.springframework.aop.config.AopConfigUtils;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAspectsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class AnnotatedMethodsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AopAutoConfiguration.class, ObservationAutoConfiguration.class,
				MetricsAspectsAutoConfiguration.class, AnnotatedMethodsAutoConfiguration.class))
		.withPropertyValues("management.observations.annotations.enabled=true")
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withBean(Shop.class)
		.withBean(TestObservationRegistry.class, TestObservationRegistry::create)
		.withBean(Store.class)
		.withBean(Till.class);

	@ParameterizedTest
	@ValueSource(strings = { "shop.sell", "store.open" })
	void timesOnce(String timer) {
		this.runner.run((context) -> {
			context.getBean(Shop.class).sell();
			context.getBean(Store.class).open();
			assertThat(context.getBean(MeterRegistry.class).get(timer).timer().count()).isOne();
		});
	}

	@Test
	void countsOnce() {
		this.runner.run((context) -> {
			context.getBean(Shop.class).sell();
			assertThat(context.getBean(MeterRegistry.class).get("shop.sold").counter().count()).isOne();
		});
	}

	@Test
	void observesOnce() {
		this.runner.run((context) -> {
			context.getBean(Till.class).close();
			TestObservationRegistryAssert.assertThat(context.getBean(TestObservationRegistry.class))
				.hasNumberOfObservationsWithNameEqualTo("till.close", 1);
		});
	}

	@Test
	void asksAspectJForNothing() {
		this.runner.run((context) -> assertThat(context.getBean(Shop.class)).isInstanceOf(Advised.class)
			.satisfies((shop) -> assertThat(advice(shop)).isNotEmpty()
				.noneMatch(AbstractAspectJAdvice.class::isInstance)));
	}

	@Test
	void timesInterfaceThatIsAllThereIs() {
		Remote remote = (Remote) Proxy.newProxyInstance(Remote.class.getClassLoader(), new Class<?>[] { Remote.class },
				(proxy, method, arguments) -> null);
		this.runner.withBean(Remote.class, () -> remote).run((context) -> {
			context.getBean(Remote.class).ask();
			assertThat(context.getBean(MeterRegistry.class).get("remote.ask").timer().count()).isOne();
		});
	}

	@Test
	void leavesAllToAspectJWhereTheApplicationSaysWhichAspects() {
		this.runner.withInitializer((context) -> {
			BeanDefinitionRegistry registry = (BeanDefinitionRegistry) context.getBeanFactory();
			AopConfigUtils.registerAspectJAnnotationAutoProxyCreatorIfNecessary(registry);
			registry.getBeanDefinition(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME)
				.getPropertyValues()
				.add("includePatterns", List.of("timed.*"));
		}).run((context) -> {
			assertThat(context).doesNotHaveBean(AnnotatedMethodAdvisor.class);
			context.getBean(Shop.class).sell();
			assertThat(context.getBean(MeterRegistry.class).get("shop.sell").timer().count()).isOne();
		});
	}

	@Test
	void leavesAspectsOfTheApplicationToAspectJ() {
		this.runner.withUserConfiguration(OwnAspects.class).run((context) -> {
			assertThat(context).doesNotHaveBean("sightlineTimedMethods").hasBean("sightlineCountedMethods");
			context.getBean(Shop.class).sell();
			assertThat(context.getBean(MeterRegistry.class).get("shop.sell").timer().count()).isOne();
			assertThat(context.getBean(Seen.class).calls).isOne();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.enabled", "sightline.tracing.enabled", "spring.aop.auto" })
	void canBeSwitchedOff(String property) {
		this.runner.withPropertyValues(property + "=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("sightlineTimedMethods")
				.doesNotHaveBean(AppliedAspects.class));
	}

	@Test
	void appliesNothingWhereBootDoesNot() {
		this.runner.withPropertyValues("management.observations.annotations.enabled=false")
			.run((context) -> assertThat(context.getBean(Shop.class)).isNotInstanceOf(Advised.class));
	}

	private static Stream<Object> advice(Object proxy) {
		return Arrays.stream(((Advised) proxy).getAdvisors()).map((advisor) -> advisor.getAdvice());
	}

	interface Remote {

		@Timed("remote.ask")
		void ask();

	}

	static class Shop {

		@Timed("shop.sell")
		@Counted("shop.sold")
		void sell() {
		}

	}

	@Timed("store.open")
	static class Store {

		void open() {
		}

	}

	static class Till {

		@Observed(name = "till.close")
		void close() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAspects {

		@Bean
		TimedAspect timedAspect(MeterRegistry registry) {
			return new TimedAspect(registry);
		}

		@Bean
		Seen seen() {
			return new Seen();
		}

	}

	@Aspect
	static class Seen {

		private int calls;

		@Before("execution(* sell())")
		void see() {
			this.calls++;
		}

	}

}
