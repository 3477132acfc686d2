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
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what is measured: {@link HeapLoad}, {@link QueueLoad} and {@link CpuLoad}.
 */
class LoadTests {

	@Test
	void heapIsWhatLivesLongAfterCollection() {
		assertThat(heap(pool("Tenured Gen", 60, 90, 100))).isEqualTo(0.6);
	}

	@Test
	void heapKnowsWhatWasFreedSinceTheLastCollectionThatIsTold() {
		assertThat(heap(pool("G1 Old Gen", 90, 40, 100))).isEqualTo(0.4);
	}

	@Test
	void heapLeavesOutWhatIsYoung() {
		assertThat(heap(pool("G1 Eden Space", 99, 99, 100), pool("G1 Old Gen", 10, 10, 100))).isEqualTo(0.1);
	}

	@Test
	void heapTakesWholeHeapForPoolsWithoutLimit() {
		assertThat(heap(pool("G1 Old Gen", 100, 100, -1))).isEqualTo(0.5);
	}

	@Test
	void heapIsUnknownWithoutPools() {
		assertThat(heap()).isNaN();
	}

	@Test
	void heapOfThisJvmIsKnown() {
		System.gc();
		double load = new HeapLoad(ManagementFactory.getMemoryPoolMXBeans(), Runtime.getRuntime().maxMemory())
			.getAsDouble();
		assertThat(load).isGreaterThan(0).isLessThan(1);
	}

	@Test
	void queueIsTheFullest() {
		assertThat(new QueueLoad(() -> List.of(() -> 0.2, () -> 0.7)).getAsDouble()).isEqualTo(0.7);
		assertThat(new QueueLoad(List::of).getAsDouble()).isNaN();
	}

	@Test
	void processorsAreThoseOfTheProcess() {
		CpuLoad cpu = new CpuLoad();
		assertThat(cpu.getAsDouble()).satisfiesAnyOf((load) -> assertThat(load).isNaN(),
				(load) -> assertThat(load).isBetween(0.0, 1.0));
	}

	private static double heap(MemoryPoolMXBean... pools) {
		return new HeapLoad(List.of(pools), 200).getAsDouble();
	}

	private static MemoryPoolMXBean pool(String name, long collected, long current, long max) {
		MemoryPoolMXBean pool = Mockito.mock(MemoryPoolMXBean.class);
		BDDMockito.given(pool.getName()).willReturn(name);
		BDDMockito.given(pool.getType()).willReturn(MemoryType.HEAP);
		BDDMockito.given(pool.getCollectionUsage())
			.willReturn(new MemoryUsage(0, collected, Math.max(current, collected), max));
		BDDMockito.given(pool.getUsage()).willReturn(new MemoryUsage(0, current, Math.max(current, collected), max));
		return pool;
	}

}
