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

package io.sightline.console.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BacklogTests {

	private final Backlog backlog = new Backlog(10, 1000);

	@Test
	void refusesMoreItemsThanThereIsRoomFor() {
		assertThat(this.backlog.offer(batch(6), 1)).isTrue();
		assertThat(this.backlog.offer(batch(5), 1)).isFalse();
		assertThat(this.backlog.offer(batch(4), 1)).isTrue();
		assertThat(this.backlog.items()).isEqualTo(10);
	}

	@Test
	void refusesMoreBytesThanThereIsRoomFor() {
		assertThat(this.backlog.offer(batch(1), 600)).isTrue();
		assertThat(this.backlog.offer(batch(1), 600)).isFalse();
	}

	@Test
	void takesWhatIsLargerThanItselfWhenNothingWaits() {
		assertThat(this.backlog.offer(batch(20), 5000)).isTrue();
		assertThat(this.backlog.offer(batch(1), 1)).isFalse();
	}

	@Test
	void hasRoomAgainWhenThingsAreDone() throws InterruptedException {
		this.backlog.offer(batch(10), 1);
		List<Backlog.Entry> taken = this.backlog.take(1);
		assertThat(this.backlog.offer(batch(1), 1)).isFalse();
		taken.forEach(this.backlog::done);
		assertThat(this.backlog.offer(batch(1), 1)).isTrue();
	}

	private static Batch batch(int size) {
		Origin origin = new Origin("", "", "", "");
		Point point = new Point(1, origin, "a", "", 1, Map.of());
		return new Batch(List.of(), List.of(), Collections.nCopies(size, point));
	}

}
