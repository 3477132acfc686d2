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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

class ProcTests {

	@TempDir
	private Path root;

	@Test
	void readsTheThreadsOfAProcess() throws IOException {
		write("7/task/7/comm", "java\n");
		write("7/task/7/schedstat", "100 1 1\n");
		write("7/task/8/comm", "C2 CompilerThre\n");
		write("7/task/8/schedstat", "2000 1 1\n");
		write("7/stat", "7 (a (java) b) S 1 7 7 0 -1 0 1 2 3 4 21 9 50 60 20 0 2 0 5 6\n");
		assertThat(new Proc(this.root).threads(7).since(new ThreadTimes(Map.of(), 0)))
			.isEqualTo(new CpuTime(2000, 0, 300_000_000 - 2000));
	}

	@Test
	void passesOverAThreadThatHasJustEnded() throws IOException {
		write("7/task/7/comm", "java\n");
		write("7/stat", "7 (java) S 1 7 7 0 -1 0 1 2 3 4 21 9 50 60 20 0 2 0 5 6\n");
		assertThat(new Proc(this.root).threads(7).threads()).isEmpty();
	}

	@Test
	void readsWhatWasStolenFromTheMachine() throws IOException {
		write("stat", "cpu  100 20 30 800 5 0 15 30 7 0\ncpu0 1 1 1 1 1 1 1 1 1 1\n");
		assertThat(new Proc(this.root).machine()).isEqualTo(new MachineTime(30, 1000));
	}

	@Test
	void tellsTheShareThatWasStolen() {
		MachineTime before = new MachineTime(30, 1000);
		assertThat(new MachineTime(50, 1400).stolenSince(before)).isCloseTo(0.05, within(1e-9));
		assertThat(before.stolenSince(before)).isZero();
	}

	@Test
	void refusesWhatIsNoLineOfProcessors() {
		assertThatIllegalArgumentException().isThrownBy(() -> MachineTime.of("intr 1 2 3 4 5 6 7 8 9"));
		assertThatIllegalArgumentException().isThrownBy(() -> MachineTime.of("cpu 1 2 3"));
	}

	@Test
	void saysThatItNeedsLinuxWhereThereAreNoFigures() {
		assertThatIllegalStateException().isThrownBy(() -> new Proc(this.root).checked())
			.withMessageContaining("needs Linux");
	}

	@Test
	void takesAKernelThatCounts() throws IOException {
		write("self/schedstat", "1 2 3\n");
		assertThatCode(() -> new Proc(this.root).checked()).doesNotThrowAnyException();
	}

	@Test
	void refusesAKernelThatDoesNotCount() throws IOException {
		write("self/schedstat", "0 0 0\n");
		assertThatIllegalStateException().isThrownBy(() -> new Proc(this.root).checked())
			.withMessageContaining("does not count");
	}

	private void write(String name, String content) throws IOException {
		Path file = this.root.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, content);
	}

}
