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

package io.sightline.metrics.autoconfigure;

import java.util.HashMap;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.sightline.metrics.ClientUriTag;
import io.sightline.metrics.HttpMethodTag;
import io.sightline.metrics.cardinality.CardinalityLimit;
import io.sightline.metrics.cardinality.CardinalityLimits;
import io.sightline.metrics.cardinality.CardinalityMetrics;
import io.sightline.metrics.cardinality.CardinalityReport;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of limits to the number of series.
 * Replace {@link CardinalityLimits} to decide them in code.
 */
@AutoConfiguration(after = CompositeMeterRegistryAutoConfiguration.class)
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnClass({ MeterRegistry.class, CompositeMeterRegistryAutoConfiguration.class })
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnBooleanProperty(prefix = "sightline",
		name = { "enabled", "metrics.enabled", "metrics.cardinality.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(CardinalityProperties.class)
public final class CardinalityAutoConfiguration {

	@Bean
	static UriFilterRemoval sightlineUriFilterRemoval() {
		return new UriFilterRemoval();
	}

	@Bean
	@ConditionalOnMissingBean
	CardinalityLimits sightlineCardinalityLimits(CardinalityProperties properties, Environment environment) {
		Map<String, Integer> uriLimits = new HashMap<>();
		for (String side : new String[] { "server", "client" }) {
			Integer limit = environment.getProperty("management.metrics.web." + side + ".max-uri-tags", Integer.class);
			if (limit != null) {
				uriLimits.put("http." + side + ".requests", limit);
			}
		}
		return properties.toLimits(uriLimits);
	}

	@Bean
	@ConditionalOnMissingBean
	CardinalityReport sightlineCardinalityReport() {
		return new CardinalityReport();
	}

	@Bean
	@ConditionalOnMissingBean
	@Order(0)
	HttpMethodTag sightlineHttpMethodTag() {
		return new HttpMethodTag();
	}

	@Bean
	@ConditionalOnMissingBean
	@Order(Ordered.LOWEST_PRECEDENCE)
	CardinalityLimit sightlineCardinalityLimit(CardinalityLimits limits, CardinalityReport report) {
		return new CardinalityLimit(limits, report);
	}

	/**
	 * Boot does not give its composite the filters that are beans.
	 */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	MeterRegistryCustomizer<CompositeMeterRegistry> sightlineCompositeLimit(HttpMethodTag methods,
			ObjectProvider<ClientUriTag> uris, CardinalityLimits limits, CardinalityReport report) {
		return (registry) -> {
			registry.config().meterFilter(methods);
			uris.ifAvailable(registry.config()::meterFilter);
			registry.config().meterFilter(new CardinalityLimit(limits, report));
		};
	}

	@Bean
	@ConditionalOnMissingBean
	CardinalityMetrics sightlineCardinalityMetrics(CardinalityReport report) {
		return new CardinalityMetrics(report);
	}

}
