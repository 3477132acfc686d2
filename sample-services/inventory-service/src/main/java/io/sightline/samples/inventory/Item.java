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

package io.sightline.samples.inventory;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Something that is sold.
 *
 * @param id identifies the item
 * @param name what it is called
 * @param category what kind of thing it is
 * @param available how many pieces can be reserved
 * @param restockBelow number of pieces below which the item is ordered again
 * @param restockTo number of pieces that are there after restocking
 */
@Table("items")
record Item(@Id String id, String name, String category, int available, int restockBelow, int restockTo) {

	boolean isLow() {
		return this.available < this.restockBelow;
	}

}
