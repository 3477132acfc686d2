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

package io.sightline.benchmarks.parcels;

import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * Three lines, a query and a call to another service a request.
 */
@RestController
class DeliveryController {

	private static final Logger LOGGER = LoggerFactory.getLogger(DeliveryController.class);

	private final JdbcClient database;

	private final RestClient routes;

	DeliveryController(JdbcClient database, RestClient.Builder client, @Value("${routes.url}") String url) {
		this.database = database;
		this.routes = client.baseUrl(url).build();
	}

	@GetMapping("/deliveries/{id}")
	Delivery delivery(@PathVariable long id) {
		Parcel parcel = this.database.sql("select id, receiver, grams from parcel where id = ?")
			.param(id)
			.query(Parcel.class)
			.single();
		LOGGER.info("Parcel {} is for {}", parcel.id(), parcel.receiver());
		Route route = Objects.requireNonNull(this.routes.get().uri("/routes/{id}", id).retrieve().body(Route.class));
		LOGGER.info("It leaves from {} and goes {} km", route.depot(), route.kilometres());
		Delivery delivery = new Delivery(parcel, route, 300 + parcel.grams() / 10 + route.kilometres());
		LOGGER.info("Delivery of parcel {} costs {} cents", parcel.id(), delivery.cents());
		return delivery;
	}

}
