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

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who reserved what. The primary key makes each reservation happen once, however often it
 * is asked for and from how many sides.
 */
@Repository
class Reservations {

	private final JdbcClient database;

	Reservations(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Note a reservation unless there is one.
	 * @param key the reservation and its item
	 * @param quantity how many pieces
	 * @param status reserved or released
	 * @return whether it was new
	 */
	boolean insert(Key key, int quantity, Status status) {
		return this.database.sql("""
				insert into reservations (id, item_id, quantity, status, created_at)
				values (?, ?, ?, ?, current_timestamp) on conflict do nothing""")
			.params(key.id(), key.itemId(), quantity, status.name())
			.update() == 1;
	}

	/**
	 * Mark a reservation as released.
	 * @param key the reservation and its item
	 * @return whether it was reserved before
	 */
	boolean release(Key key) {
		return this.database
			.sql("update reservations set status = 'RELEASED' where id = ? and item_id = ? and status = 'RESERVED'")
			.params(key.id(), key.itemId())
			.update() == 1;
	}

	Entry find(Key key) {
		return this.database.sql("select quantity, status from reservations where id = ? and item_id = ?")
			.params(key.id(), key.itemId())
			.query((row, number) -> new Entry(row.getInt("quantity"), Status.valueOf(row.getString("status"))))
			.single();
	}

	/**
	 * One item of a reservation.
	 *
	 * @param id identifies the reservation
	 * @param itemId the item
	 */
	record Key(String id, String itemId) {

	}

	/**
	 * What is noted.
	 *
	 * @param quantity how many pieces
	 * @param status reserved or released
	 */
	record Entry(int quantity, Status status) {

	}

	enum Status {

		RESERVED, RELEASED

	}

}
