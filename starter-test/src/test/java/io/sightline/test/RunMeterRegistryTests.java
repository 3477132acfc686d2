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

package io.sightline.test;

import io.micrometer.core.instrument.Counter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class RunMeterRegistryTests {

	private final GenericApplicationContext application = new GenericApplicationContext();

	private final TestRuns runs = new TestRuns();

	private final TestRun run = new TestRun("test", this.application);

	private final RunMeterRegistry registry = new RunMeterRegistry(this.runs, this.application);

	@BeforeEach
	void begin() {
		this.runs.begin(this.run);
	}

	@AfterEach
	void end() {
		this.runs.end(this.run);
		assertThat(this.runs.isIdle()).isTrue();
	}

	@Test
	void addsUpWhatTestRecords() {
		this.registry.counter("orders").increment();
		this.registry.counter("orders").increment(2);
		assertThat(this.run.recordings()).singleElement().returns(2L, Recording::count).returns(3.0, Recording::total);
	}

	@Test
	void takesWorkInTheBackgroundForThatOfTheOnlyTest() throws InterruptedException {
		incrementElsewhere(this.registry.counter("jobs"));
		assertThat(this.run.recordings()).hasSize(1);
	}

	@Test
	void leavesOutWorkInTheBackgroundOfSeveralTests() throws InterruptedException {
		TestRun other = new TestRun("other", this.application);
		this.runs.begin(other);
		incrementElsewhere(this.registry.counter("jobs"));
		this.runs.end(other);
		assertThat(this.run.recordings()).isEmpty();
	}

	@Test
	void leavesOutWhatTheJvmDoes() throws InterruptedException {
		incrementElsewhere(this.registry.counter("jvm.gc.memory.allocated"));
		assertThat(this.run.recordings()).isEmpty();
	}

	private static void incrementElsewhere(Counter counter) throws InterruptedException {
		Thread thread = new Thread(counter::increment);
		thread.start();
		thread.join();
	}

}
