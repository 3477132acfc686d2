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

package io.sightline.pressure;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * How full the fullest queue of telemetry is.
 */
public final class QueueLoad implements DoubleSupplier {

	private final Supplier<List<QueueFill>> queues;

	/**
	 * Creates a measure.
	 * @param queues the queues there are
	 */
	public QueueLoad(Supplier<List<QueueFill>> queues) {
		this.queues = queues;
	}

	@Override
	public double getAsDouble() {
		return this.queues.get().stream().mapToDouble(QueueFill::share).max().orElse(Double.NaN);
	}

}
