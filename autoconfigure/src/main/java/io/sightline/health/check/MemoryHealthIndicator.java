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

import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Locale;

import io.sightline.health.Thresholds;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How much of the heap is still in use after a garbage collection: what is in use before
 * one says nothing. Looks at the pools that hold what lives long.
 */
public final class MemoryHealthIndicator implements HealthIndicator {

	private static final List<String> SHORT_LIVED = List.of("eden", "survivor", "young", "nursery");

	private final List<MemoryPoolMXBean> pools;

	private final Thresholds thresholds;

	/**
	 * Creates an indicator.
	 * @param pools the memory pools of the JVM
	 * @param thresholds from which share on memory is short
	 */
	public MemoryHealthIndicator(List<MemoryPoolMXBean> pools, Thresholds thresholds) {
		this.pools = pools.stream().filter(MemoryHealthIndicator::isLongLived).toList();
		this.thresholds = thresholds;
	}

	@Override
	public Health health() {
		Health.Builder fullest = Health.unknown()
			.withDetail("reason", "no memory pool tells its use after a collection");
		double highest = -1;
		for (MemoryPoolMXBean pool : this.pools) {
			MemoryUsage usage = usage(pool);
			if (usage != null && share(usage) > highest) {
				highest = share(usage);
				fullest = Health.status(this.thresholds.status(highest))
					.withDetail("pool", pool.getName())
					.withDetail("usedAfterCollection", usage.getUsed())
					.withDetail("max", usage.getMax())
					.withDetail("usedPercent", Math.round(highest * 1000) / 10.0);
			}
		}
		return fullest.build();
	}

	private static boolean isLongLived(MemoryPoolMXBean pool) {
		String name = pool.getName().toLowerCase(Locale.ROOT);
		return pool.getType() == MemoryType.HEAP && SHORT_LIVED.stream().noneMatch(name::contains);
	}

	private static @Nullable MemoryUsage usage(MemoryPoolMXBean pool) {
		MemoryUsage usage = pool.getCollectionUsage();
		return (usage != null && usage.getMax() > 0) ? usage : null;
	}

	private static double share(MemoryUsage usage) {
		return usage.getUsed() / (double) usage.getMax();
	}

}
