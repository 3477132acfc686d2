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

package io.sightline.identity.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContainerId}.
 */
class ContainerIdTests {

	private static final String ID = "0123456789abcdef".repeat(4);

	@TempDir
	private Path process = Path.of("");

	@ParameterizedTest
	@ValueSource(strings = { "12:cpu:/docker/%s", "1:name=systemd:/kubepods/besteffort/pod1-2/%s",
			"0::/system.slice/docker-%s.scope", "0::/kubepods.slice/cri-containerd-%s.scope",
			"0::/machine.slice/libpod-%s.scope", "0::/kubepods.slice/crio-%s.scope" })
	void readsControlGroups(String line) throws IOException {
		Files.writeString(this.process.resolve("cgroup"), "2:cpu:/\n" + line.formatted(ID) + "\n");
		assertThat(find()).contains(ID);
	}

	@Test
	void readsMountOfHostName() throws IOException {
		Files.writeString(this.process.resolve("cgroup"), "0::/\n");
		Files.writeString(this.process.resolve("mountinfo"),
				"1 2 0:3 /var/lib/docker/containers/" + ID + "/hostname /etc/hostname rw - ext4 /dev/sda1 rw\n");
		assertThat(find()).contains(ID);
	}

	@Test
	void findsNothingOutsideContainers() throws IOException {
		Files.writeString(this.process.resolve("cgroup"), "0::/user.slice/session-1.scope\n");
		assertThat(find()).isEmpty();
	}

	@Test
	void findsNothingWithoutFiles() {
		assertThat(find()).isEmpty();
	}

	@Test
	void findsNothingInBinaryFile() throws IOException {
		Files.write(this.process.resolve("cgroup"), new byte[] { (byte) 0xC3, (byte) 0x28, '\n', (byte) 0xFF });
		assertThat(find()).isEmpty();
	}

	private java.util.Optional<String> find() {
		return new ContainerId(this.process).find();
	}

}
