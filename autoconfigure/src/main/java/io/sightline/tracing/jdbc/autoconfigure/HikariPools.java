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

package io.sightline.tracing.jdbc.autoconfigure;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import io.sightline.tracing.jdbc.JdbcObservations;
import io.sightline.tracing.jdbc.ObservedDataSource;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Puts an observed data source under a Hikari pool that has not started.
 */
final class HikariPools {

	private HikariPools() {
	}

	/**
	 * Observe a pool, if it is one that can still be changed.
	 * @param dataSource perhaps a pool
	 * @param observations observes its statements
	 * @return whether it is observed, now or already
	 */
	static boolean observe(DataSource dataSource, ObjectProvider<JdbcObservations> observations) {
		if (!(dataSource instanceof HikariDataSource pool)) {
			return false;
		}
		DataSource target = pool.getDataSource();
		if (target instanceof ObservedDataSource) {
			return true;
		}
		if (pool.isRunning() || target == null && pool.getJdbcUrl() == null) {
			return false;
		}
		pool.setDataSource(new ObservedDataSource((target != null) ? target : driver(pool), observations.getObject()));
		return true;
	}

	/**
	 * The data source that the pool itself would create.
	 */
	private static DataSource driver(HikariDataSource pool) {
		return new DriverDataSource(pool.getJdbcUrl(), pool.getDriverClassName(), pool.getDataSourceProperties(),
				pool.getUsername(), pool.getPassword());
	}

}
