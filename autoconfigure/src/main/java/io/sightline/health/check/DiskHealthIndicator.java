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

package io.sightline.health.check;

import java.io.File;

import io.sightline.health.Thresholds;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

/**
 * How much of a disk is in use, and whether what is free is enough.
 */
public final class DiskHealthIndicator implements HealthIndicator {

	private final File path;

	private final DataSize minimum;

	private final Thresholds thresholds;

	/**
	 * Creates an indicator.
	 * @param path a path on the disk
	 * @param minimum what must be free in any case
	 * @param thresholds from which share on the disk is too full
	 */
	public DiskHealthIndicator(File path, DataSize minimum, Thresholds thresholds) {
		this.path = path;
		this.minimum = minimum;
		this.thresholds = thresholds;
	}

	@Override
	public Health health() {
		long total = this.path.getTotalSpace();
		long free = this.path.getUsableSpace();
		double used = (total > 0) ? 1 - free / (double) total : 1;
		return Health.status(status(used, free))
			.withDetail("total", total)
			.withDetail("free", free)
			.withDetail("threshold", this.minimum.toBytes())
			.withDetail("usedPercent", Math.round(used * 1000) / 10.0)
			.withDetail("path", this.path.getAbsolutePath())
			.withDetail("exists", this.path.exists())
			.build();
	}

	private Status status(double used, long free) {
		return (free < this.minimum.toBytes()) ? Status.DOWN : this.thresholds.status(used);
	}

}
