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

import java.sql.SQLException;
import java.util.List;

/**
 * How items of one signal lie in the database.
 *
 * @param <T> the type of the items
 */
interface Layout<T> {

	/**
	 * The tables; those after the first add to it, by the column {@code seq}.
	 * @return the tables
	 */
	List<Table> tables();

	/**
	 * Say which rows of the first table are dropped last.
	 * @return a condition in SQL
	 */
	String important();

	/**
	 * Append an item.
	 * @param rows what to append to
	 * @param seq the number of the item
	 * @param received when it arrived, in milliseconds since the epoch
	 * @param item the item
	 * @return about how many bytes it takes, 0 if it is left out
	 * @throws SQLException if it cannot be appended
	 */
	long append(Rows rows, long seq, long received, T item) throws SQLException;

	/**
	 * What comes next goes into other tables, or what came last is not in them after all.
	 */
	default void startAnew() {
	}

	/**
	 * A table.
	 *
	 * @param name its name
	 * @param columns its columns with their types
	 */
	record Table(String name, String columns) {

		String part(long number) {
			return this.name + "_" + number;
		}

		String create(long number) {
			return "CREATE TABLE " + part(number) + " (" + this.columns + ")";
		}

	}

}
