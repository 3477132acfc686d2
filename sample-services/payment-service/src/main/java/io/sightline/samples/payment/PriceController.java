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

package io.sightline.samples.payment;

import io.sightline.samples.common.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PriceController {

	private static final Logger log = LoggerFactory.getLogger(PriceController.class);

	private final PriceRepository prices;

	PriceController(PriceRepository prices) {
		this.prices = prices;
	}

	@GetMapping("/prices/{itemId}")
	Price price(@PathVariable String itemId) {
		Price price = this.prices.findById(itemId).orElseThrow(() -> ProblemException.notFound("Price of", itemId));
		log.info("Quoting {} {} for {}", price.amount(), price.currency(), itemId);
		return price;
	}

}
