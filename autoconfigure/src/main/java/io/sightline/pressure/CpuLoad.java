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

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.function.DoubleSupplier;

/**
 * The share of the processors that this process uses, of those that it may use.
 */
public final class CpuLoad implements DoubleSupplier {

	private final OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();

	@Override
	public double getAsDouble() {
		try {
			double load = (this.system instanceof com.sun.management.OperatingSystemMXBean known)
					? known.getProcessCpuLoad() : Double.NaN;
			return (load >= 0) ? load : Double.NaN;
		}
		catch (LinkageError ex) {
			// An image of the JDK without the module jdk.management.
			return Double.NaN;
		}
	}

}
