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

package io.sightline.pressure.autoconfigure;

import io.sightline.pressure.PressureWatch;

import org.springframework.context.SmartLifecycle;

/**
 * Looks at what is short for as long as the application runs.
 */
final class PressureLifecycle implements SmartLifecycle {

	private final PressureWatch watch;

	private volatile boolean running;

	PressureLifecycle(PressureWatch watch) {
		this.watch = watch;
	}

	@Override
	public void start() {
		this.running = true;
		this.watch.start();
	}

	@Override
	public void stop() {
		this.running = false;
		this.watch.stop();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Before what serves requests, so that it ends after that.
	 */
	@Override
	public int getPhase() {
		return 0;
	}

}
