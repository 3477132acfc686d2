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

import io.micrometer.common.annotation.ValueResolver;
import io.micrometer.core.aop.MeterTag;
import io.sightline.metrics.business.CountedBusinessEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProductController {

	private static final Logger log = LoggerFactory.getLogger(ProductController.class);

	private final StockService stock;

	ProductController(StockService stock) {
		this.stock = stock;
	}

	@GetMapping("/products/{id}")
	@CountedBusinessEvent("product.views")
	@MeterTag(key = "category", resolver = Category.class)
	Product show(@PathVariable String id) {
		Item item = this.stock.find(id);
		log.info("Showing product {} of category {}", id, item.category());
		return new Product(item.id(), item.name(), item.category());
	}

	record Product(String id, String name, String category) {

	}

	/**
	 * Tells views apart by category, of which there are few, and not by product.
	 */
	static class Category implements ValueResolver {

		@Override
		public String resolve(@Nullable Object product) {
			return (product instanceof Product shown) ? shown.category() : "none";
		}

	}

}
