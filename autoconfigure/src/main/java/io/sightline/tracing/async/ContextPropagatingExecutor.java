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

package io.sightline.tracing.async;

import java.util.concurrent.Executor;

import io.micrometer.context.ContextSnapshotFactory;

/**
 * Hands tasks to another executor with the context of the thread that submits them, and
 * with none if that has none, whatever the thread that runs them was left with. Tasks
 * that the other executor refuses are refused with its exception.
 */
public final class ContextPropagatingExecutor implements Executor {

	private final Executor delegate;

	private final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().clearMissing(true).build();

	/**
	 * Creates an executor.
	 * @param delegate runs the tasks
	 */
	public ContextPropagatingExecutor(Executor delegate) {
		this.delegate = delegate;
	}

	@Override
	public void execute(Runnable task) {
		this.delegate.execute(this.snapshots.captureAll().wrap(task));
	}

}
