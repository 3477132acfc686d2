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
package io.sightline.metrics.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.metrics.LateMeterRegistryCloser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.SmartLifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MetricsShutdownAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(30)
class MetricsShutdownAutoConfigurationTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(MetricsAutoConfiguration.class, MetricsShutdownAutoConfiguration.class));

	@Test
	void closesRegistryWhenAllElseHasStopped() {
		Server server = new Server(this.registry);
		this.runner.withBean(MeterRegistry.class, () -> this.registry)
			.withBean(Server.class, () -> server)
			.run((context) -> assertThat(this.registry.isClosed()).isFalse());
		assertThat(server.wasOpen).isTrue();
		assertThat(this.registry.isClosed()).isTrue();
	}

	@Test
	void keepsRegistryOfApplicationThatOnlyPauses() {
		this.runner.withBean(MeterRegistry.class, () -> this.registry).run((context) -> {
			context.stop();
			assertThat(this.registry.isClosed()).isFalse();
			context.start();
		});
	}

	@Test
	void closesRegistryOfApplicationThatDoesNotStart() {
		this.runner.withBean(MeterRegistry.class, () -> this.registry).withBean("broken", Object.class, () -> {
			throw new IllegalStateException("broken");
		}).run((context) -> assertThat(context).hasFailed());
		assertThat(this.registry.isClosed()).isTrue();
	}

	@Test
	void waitsOnlyForAWhile(CapturedOutput output) {
		StuckRegistry stuck = new StuckRegistry();
		this.runner.withBean(MeterRegistry.class, () -> stuck)
			.withPropertyValues("sightline.metrics.shutdown-timeout=100ms")
			.run((context) -> assertThat(context).hasNotFailed());
		stuck.released.countDown();
		assertThat(output).contains("The last values of metrics are lost: no answer within 100 ms");
	}

	@Test
	void refusesToWaitForNothing() {
		this.runner.withPropertyValues("sightline.metrics.shutdown-timeout=0s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("sightline.metrics.shutdown-timeout"));
	}

	@Test
	void keepsCloserOfTheApplication() {
		LateMeterRegistryCloser own = new LateMeterRegistryCloser(() -> true, Duration.ofSeconds(1));
		this.runner.withBean(LateMeterRegistryCloser.class, () -> own)
			.run((context) -> assertThat(context.getBean(LateMeterRegistryCloser.class)).isSameAs(own));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.enabled", "sightline.metrics.enabled" })
	void leavesItToBootWhenDisabled(String key) {
		this.runner.withPropertyValues(key + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(LateMeterRegistryCloser.class)
				.hasBean("meterRegistryCloser"));
	}

	@Test
	void backsOffWithoutMicrometer() {
		this.runner.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("sightlineMeterRegistryCloser"));
	}

	private static final class Server implements SmartLifecycle {

		private final MeterRegistry registry;

		private boolean wasOpen;

		private Server(MeterRegistry registry) {
			this.registry = registry;
		}

		@Override
		public void start() {
			this.wasOpen = false;
		}

		@Override
		public void stop() {
			this.wasOpen = !this.registry.isClosed();
		}

		@Override
		public boolean isRunning() {
			return true;
		}

	}

	private static final class StuckRegistry extends SimpleMeterRegistry {

		private final CountDownLatch released = new CountDownLatch(1);

		private StuckRegistry() {
			super(SimpleConfig.DEFAULT, Clock.SYSTEM);
		}

		@Override
		public void close() {
			while (this.released.getCount() > 0) {
				try {
					this.released.await();
				}
				catch (InterruptedException ex) {
					// Like a connection that does not know of interrupts.
				}
			}
			super.close();
		}

	}

}
