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

import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * The share of the memory that lives long which is in use after a collection. What is in
 * use now may be less than it was after the last one, as some collectors do not tell of
 * all they do.
 */
public final class HeapLoad implements DoubleSupplier {

	private static final List<String> SHORT_LIVED = List.of("eden", "survivor", "young", "nursery");

	private final List<MemoryPoolMXBean> pools;

	private final long heap;

	/**
	 * Creates a measure.
	 * @param pools the memory pools of the JVM
	 * @param heap how large the heap can be
	 */
	public HeapLoad(List<MemoryPoolMXBean> pools, long heap) {
		this.pools = pools.stream().filter(HeapLoad::isLongLived).toList();
		this.heap = heap;
	}

	private static boolean isLongLived(MemoryPoolMXBean pool) {
		String name = pool.getName().toLowerCase(Locale.ROOT);
		return pool.getType() == MemoryType.HEAP && SHORT_LIVED.stream().noneMatch(name::contains);
	}

	@Override
	public double getAsDouble() {
		double highest = Double.NaN;
		for (MemoryPoolMXBean pool : this.pools) {
			MemoryUsage collected = pool.getCollectionUsage();
			MemoryUsage current = pool.getUsage();
			if (collected != null && current != null) {
				double share = (double) Math.min(collected.getUsed(), current.getUsed()) / max(current);
				highest = Double.isNaN(highest) ? share : Math.max(highest, share);
			}
		}
		return highest;
	}

	private long max(MemoryUsage usage) {
		return (usage.getMax() > 0) ? usage.getMax() : this.heap;
	}

}
