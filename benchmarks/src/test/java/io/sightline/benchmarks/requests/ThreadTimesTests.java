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

package io.sightline.benchmarks.requests;

import java.util.Map;

import io.sightline.benchmarks.requests.ThreadTimes.ThreadTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ThreadTimesTests {

	@ParameterizedTest
	@CsvSource({ "C1 CompilerThre, COMPILER", "C2 CompilerThre, COMPILER", "http-nio-127.0.0, REQUEST",
			"http-nio-8080-e, REQUEST", "G1 Conc#0, OTHER", "HttpClient-1-Wo, OTHER", "java, OTHER" })
	void tellsThreadsByTheirNames(String name, ThreadKind kind) {
		assertThat(ThreadKind.of(name)).isEqualTo(kind);
	}

	@Test
	void readsTheTimeOnTheProcessor() {
		assertThat(ThreadTime.of("http-nio-8080-e\n", "179459138 387275317 1802\n"))
			.isEqualTo(new ThreadTime(ThreadKind.REQUEST, 179_459_138));
	}

	@Test
	void sumsWhatEachKindUsed() {
		ThreadTimes before = times(10, 20, 30, 40);
		ThreadTimes after = times(11, 22, 33, 44);
		CpuTime used = after.since(before);
		assertThat(used).isEqualTo(new CpuTime(1, 2 + 3, 4));
		assertThat(used.withoutCompilers()).isEqualTo(9);
	}

	@Test
	void countsThreadsThatStartedInBetween() {
		assertThat(times(1, 2, 3, 4).since(new ThreadTimes(Map.of(), 0))).isEqualTo(new CpuTime(1, 5, 4));
	}

	@Test
	void countsThreadsThatEndedInBetweenAsOthers() {
		ThreadTimes before = times(1, 2, 3, 4);
		assertThat(new ThreadTimes(Map.of(), before.nanos() + 7).since(before)).isEqualTo(new CpuTime(0, 0, 7));
	}

	@Test
	void isNeverLessThanNothing() {
		ThreadTimes before = times(1, 2, 3, 4);
		// The kernel tells the time of the process in ticks.
		ThreadTimes after = new ThreadTimes(times(1, 9, 3, 4).threads(), before.nanos());
		assertThat(after.since(before)).isEqualTo(new CpuTime(0, 7, 0));
	}

	@Test
	void startsAgainWithAnIdThatIsGivenToAnotherThread() {
		assertThat(times(0, 5, 0, 0).since(new ThreadTimes(times(0, 900, 0, 0).threads(), 0)))
			.isEqualTo(new CpuTime(0, 5, 0));
	}

	private static ThreadTimes times(long compiler, long request, long secondRequest, long other) {
		return new ThreadTimes(
				Map.of(1L, new ThreadTime(ThreadKind.COMPILER, compiler), 2L,
						new ThreadTime(ThreadKind.REQUEST, request), 3L,
						new ThreadTime(ThreadKind.REQUEST, secondRequest), 4L, new ThreadTime(ThreadKind.OTHER, other)),
				compiler + request + secondRequest + other);
	}

}
