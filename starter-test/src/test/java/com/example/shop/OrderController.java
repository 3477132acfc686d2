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

package com.example.shop;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

@RestController
class OrderController {

	private static final Logger logger = LoggerFactory.getLogger(OrderController.class);

	private final RestClient payments;

	private final MeterRegistry meters;

	private final ObservationRegistry observations;

	OrderController(RestClient payments, MeterRegistry meters, ObservationRegistry observations) {
		this.payments = payments;
		this.meters = meters;
		this.observations = observations;
	}

	@PostMapping("/orders")
	String order(@RequestParam String id, @RequestParam(defaultValue = "1") int amount) {
		this.payments.post().uri("/payments/{amount}", amount).retrieve().toBodilessEntity();
		this.meters.counter("orders", "status", "confirmed").increment();
		logger.atInfo().addKeyValue("order_id", id).addKeyValue("amount", amount).log("Order is confirmed");
		return id;
	}

	@GetMapping("/orders/{id}")
	String show(@PathVariable String id) {
		return id;
	}

	/**
	 * Forgets that cards are secret, and masks them in part at best.
	 */
	@GetMapping("/leaks")
	void leak(@RequestParam String note) {
		Observation.createNotStarted("payment", this.observations).highCardinalityKeyValue("note", note).observe(() -> {
		});
		logger.info("Paid with {}", note);
	}

	@GetMapping("/series/{count}")
	void countALot(@PathVariable int count) {
		for (int i = 0; i < count; i++) {
			this.meters.counter("shelves", "shelf", "shelf" + (char) ('a' + i)).increment();
		}
	}

	/**
	 * Works in a thread that does not get the context.
	 */
	@GetMapping("/lost")
	void loseContext() throws InterruptedException {
		Thread thread = new Thread(() -> Observation.createNotStarted("lost.work", this.observations).observe(() -> {
		}));
		thread.start();
		thread.join();
	}

}
