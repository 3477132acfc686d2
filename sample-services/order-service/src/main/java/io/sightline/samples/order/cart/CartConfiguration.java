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

package io.sightline.samples.order.cart;

import java.time.Clock;

import io.sightline.metrics.business.BusinessMetrics;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The clock is no bean: it is nobody else's business.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CartProperties.class)
class CartConfiguration {

	@Bean
	Carts carts(CartRepository repository, CartProperties properties, CartMetrics metrics) {
		return new Carts(repository, properties, Clock.systemUTC(), metrics);
	}

	@Bean
	CartMetrics cartMetrics(BusinessMetrics metrics) {
		return new CartMetrics(metrics);
	}

	@Bean
	CartSweep cartSweep(Carts carts) {
		return new CartSweep(carts);
	}

}
