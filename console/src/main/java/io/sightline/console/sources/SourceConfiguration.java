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

package io.sightline.console.sources;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Other places that have telemetry, as far as their addresses are set.
 */
@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

	@Bean
	@ConditionalOnExpression("!environment.getProperty('console.sources.zipkin.url', '').isEmpty()")
	Zipkin zipkin(SourceProperties properties) {
		return new Zipkin(new Remote("Zipkin", properties.zipkin(), properties), InstantSource.system());
	}

	@Bean
	@ConditionalOnExpression("!environment.getProperty('console.sources.jaeger.url', '').isEmpty()")
	Jaeger jaeger(SourceProperties properties) {
		return new Jaeger(new Remote("Jaeger", properties.jaeger(), properties), InstantSource.system());
	}

	@Bean
	@ConditionalOnExpression("!environment.getProperty('console.sources.opensearch.url', '').isEmpty()")
	OpenSearch openSearch(SourceProperties properties) {
		SourceProperties.LogPlace place = properties.opensearch();
		Remote remote = new Remote("OpenSearch", new SourceProperties.Place(place.url(), place.authorization()),
				properties);
		return new OpenSearch(remote, place.index());
	}

	@Bean
	@ConditionalOnExpression("!environment.getProperty('console.sources.prometheus.url', '').isEmpty()")
	Prometheus prometheus(SourceProperties properties) {
		return new Prometheus(new Remote("Prometheus", properties.prometheus(), properties), InstantSource.system());
	}

}
