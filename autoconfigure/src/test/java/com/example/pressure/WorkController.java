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

package com.example.pressure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WorkController {

	private static final Logger logger = LoggerFactory.getLogger(WorkController.class);

	private static final int CHUNK = 64 * 1024;

	private static final double FULL = 0.88;

	private static final String LONG = "tell ".repeat(80);

	private final List<byte[]> ballast = new ArrayList<>();

	private final ObservationRegistry observations;

	WorkController(ObservationRegistry observations) {
		this.observations = observations;
	}

	@GetMapping("/work/{id}")
	String work(@PathVariable int id) {
		for (int i = 0; i < 4; i++) {
			int part = i;
			Observation.createNotStarted("part", this.observations)
				.highCardinalityKeyValue("note", "a note on part " + part + " of " + id)
				.observe(() -> logger.atDebug().addKeyValue("part", part).log("Working on {}: {}", id, LONG));
		}
		logger.atInfo().addKeyValue("work_id", id).log("Did the work {}: {}", id, LONG);
		return "done";
	}

	@GetMapping("/broken/{id}")
	String fail(@PathVariable int id) {
		throw new IllegalStateException("Unable to work on " + id);
	}

	/**
	 * Takes memory until little is left of what lives long.
	 */
	@PostMapping("/ballast")
	int load() {
		System.gc();
		for (long missing = missing(); missing > 0; missing = missing()) {
			for (long taken = 0; taken <= missing; taken += CHUNK) {
				this.ballast.add(new byte[CHUNK]);
			}
			System.gc();
		}
		return this.ballast.size();
	}

	@DeleteMapping("/ballast")
	void unload() {
		this.ballast.clear();
		System.gc();
	}

	/**
	 * How much memory is in use by what lives.
	 */
	@GetMapping("/memory")
	long memory() {
		System.gc();
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	private static long missing() {
		MemoryUsage usage = ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
			.map(MemoryPoolMXBean::getUsage)
			.findFirst()
			.orElseThrow();
		return (long) (usage.getMax() * FULL) - usage.getUsed();
	}

}
