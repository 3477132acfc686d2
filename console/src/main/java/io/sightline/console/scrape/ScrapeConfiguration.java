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

import io.sightline.console.health.HealthBoard;
import io.sightline.console.meters.Exemplars;
import io.sightline.console.slo.SloBoard;
import io.sightline.console.store.TelemetryStore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What asks services.
 */
@Configuration(proxyBeanMethods = false)
class ScrapeConfiguration {

	@Bean
	Scraper scraper(ScrapeProperties properties, TelemetryStore store, Exemplars exemplars, HealthBoard health,
			SloBoard slos) {
		return new Scraper(properties, new Boards(store::offer, new ScrapedExemplars(exemplars), health, slos));
	}

}
