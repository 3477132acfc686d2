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

package io.sightline.request.autoconfigure;

import java.util.Map;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import io.sightline.context.WideEvent;
import io.sightline.request.RecordedEvents;
import io.sightline.request.WideEventLog;
import io.sightline.request.WorkEventLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ScheduledTasksObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link WorkEventAutoConfiguration}.
 */
class WorkEventAutoConfigurationTests {

	private final RecordedEvents events = RecordedEvents.from(WideEventLog.LOGGER);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WorkEventAutoConfiguration.class, ObservationAutoConfiguration.class,
				ScheduledTasksObservationAutoConfiguration.class, TaskSchedulingAutoConfiguration.class,
				TaskExecutionAutoConfiguration.class));

	@AfterEach
	void stopRecording() {
		this.events.close();
	}

	@Test
	void sumsUpScheduledRun() {
		this.runner.withUserConfiguration(Jobs.class)
			.withPropertyValues("sightline.work-events.scheduled.enabled=true")
			.run((context) -> assertThat(this.events.awaitType("scheduled_run")).contains(entry("work_name", "Job.run"),
					entry("outcome", "SUCCESS"), entry("items", "3"), entry("log_error_count", "0")));
	}

	@Test
	void sumsUpAsynchronousJobThatFails() {
		this.runner.withUserConfiguration(Jobs.class)
			.withPropertyValues("sightline.work-events.async.enabled=true")
			.run((context) -> {
				context.getBean(Job.class).fail();
				Map<String, Object> event = this.events.awaitType("async_job");
				assertThat(event).contains(entry("work_name", "Job.fail"), entry("outcome", "ERROR"));
				assertThat(event).containsEntry("error_type", "java.lang.IllegalStateException");
			});
	}

	@Test
	void sumsUpMessage() {
		this.runner.withPropertyValues("sightline.work-events.messages.enabled=true").run((context) -> {
			Observation
				.createNotStarted("spring.kafka.listener",
						() -> new ReceiverContext<>((Object carrier, String key) -> ""),
						context.getBean(ObservationRegistry.class))
				.contextualName("orders process")
				.observe(() -> WideEvent.current().put("order", 7));
			assertThat(this.events.awaitType("message")).contains(entry("work_name", "orders process"),
					entry("order", "7"));
		});
	}

	@Test
	void passesOnWhatTheWorkThrows() {
		this.runner.withPropertyValues("sightline.work-events.messages.enabled=true").run((context) -> {
			Observation observation = Observation.createNotStarted("spring.kafka.listener",
					() -> new ReceiverContext<>((Object carrier, String key) -> ""),
					context.getBean(ObservationRegistry.class));
			assertThatIllegalStateException().isThrownBy(() -> observation.observe(() -> {
				throw new IllegalStateException("poison");
			}));
			assertThat(this.events.awaitType("message")).contains(entry("outcome", "ERROR"));
		});
	}

	@Test
	void isOffByDefault() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(WorkEventLog.class)
			.doesNotHaveBean("sightlineScheduledEvents")
			.doesNotHaveBean("sightlineMessageEvents")
			.doesNotHaveBean("sightlineAsyncEvents"));
	}

	@Test
	void backsOffForOwnLog() {
		this.runner.withBean("own", WorkEventLog.class)
			.run((context) -> assertThat(context).hasSingleBean(WorkEventLog.class).hasBean("own"));
	}

	@Test
	void backsOffWhenRequestsAreOff() {
		this.runner.withPropertyValues("sightline.request.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(WorkEventLog.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@EnableAsync
	static class Jobs {

		@Bean
		Job job() {
			return new Job();
		}

	}

	static class Job {

		@Scheduled(fixedRate = 60_000)
		void run() {
			WideEvent.current().put("items", 3);
		}

		@Async
		void fail() {
			throw new IllegalStateException("failed");
		}

	}

}
