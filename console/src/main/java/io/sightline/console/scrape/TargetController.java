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

package io.sightline.console.scrape;

import java.util.Comparator;
import java.util.List;

import io.sightline.console.api.Parameters;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who is asked, and how that goes.
 */
@RestController
final class TargetController {

	private final Scraper scraper;

	TargetController(Scraper scraper) {
		this.scraper = scraper;
	}

	@GetMapping("/api/targets")
	TargetList targets(@RequestParam MultiValueMap<String, String> query) {
		Parameters.of(query);
		List<TargetStatus> targets = this.scraper.status()
			.stream()
			.sorted(Comparator.comparing(TargetStatus::service).thenComparing(TargetStatus::instance))
			.toList();
		return new TargetList(this.scraper.interval().toMillis(), targets, this.scraper.problems());
	}

	/**
	 * Who is asked.
	 *
	 * @param intervalMs how often, in milliseconds
	 * @param targets the targets
	 * @param problems what keeps others from being asked
	 */
	record TargetList(long intervalMs, List<TargetStatus> targets, List<String> problems) {
	}

}
