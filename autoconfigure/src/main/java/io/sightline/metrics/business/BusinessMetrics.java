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

package io.sightline.metrics.business;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sightline.metrics.business.BusinessMeter.Type;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Records what the business does, with meters that are declared. Inject it and take the
 * meters in the constructor: a meter that is not declared fails the start of the
 * application. Once it runs nothing fails any more: what is not declared is recorded as
 * {@value #UNDECLARED}, and named in the log once.
 */
public final class BusinessMetrics {

	/**
	 * Stands for what is not declared.
	 */
	public static final String UNDECLARED = "_undeclared";

	private static final String UNDECLARED_METER = "business.undeclared";

	/**
	 * Bounds what is remembered of mistakes.
	 */
	private static final int MAX_WARNINGS = 1000;

	private final Log logger = LogFactory.getLog(BusinessMetrics.class);

	private final MeterRegistry registry;

	private final BusinessMeters meters;

	private final Set<String> warnings = ConcurrentHashMap.newKeySet();

	private volatile boolean running;

	/**
	 * Creates it.
	 * @param registry where the meters are
	 * @param meters which there are
	 */
	public BusinessMetrics(MeterRegistry registry, BusinessMeters meters) {
		this.registry = registry;
		this.meters = meters;
	}

	/**
	 * The application has started: from now on no mistake fails.
	 */
	public void start() {
		this.running = true;
	}

	/**
	 * Finds a counter of events.
	 * @param name its declared name
	 * @return the counter
	 */
	public BusinessCounter counter(String name) {
		return new BusinessCounter(this.registry, series(name, Type.COUNTER));
	}

	/**
	 * Finds a sum of amounts.
	 * @param name its declared name
	 * @return the sum
	 */
	public BusinessAmount amount(String name) {
		return new BusinessAmount(this.registry, series(name, Type.AMOUNT));
	}

	/**
	 * Finds a timer.
	 * @param name its declared name
	 * @return the timer
	 */
	public BusinessTimer timer(String name) {
		return new BusinessTimer(this.registry, series(name, Type.TIMER));
	}

	/**
	 * Measures a value that goes up and down.
	 * @param name the declared name of the gauge
	 * @param value is asked at each scrape, and must be quick
	 * @param tags keys and values
	 */
	public void gauge(String name, Supplier<? extends Number> value, String... tags) {
		BusinessSeries series = series(name, Type.GAUGE);
		Gauge.builder(series.name(), value::get)
			.description(series.description())
			.baseUnit(series.unit())
			.tags(series.tags(tags))
			.register(this.registry);
	}

	private BusinessSeries series(String name, Type type) {
		BusinessMeter meter = this.meters.find(name);
		String problem = this.meters.problem(name, type);
		if (meter == null || problem != null) {
			reject(name, String.valueOf(problem));
			String kind = type.name().toLowerCase(Locale.ROOT);
			return new BusinessSeries(this, new BusinessMeter(UNDECLARED_METER + "." + kind, type,
					"What meters record that are not declared", null, Set.of()), true);
		}
		return new BusinessSeries(this, meter, false);
	}

	void reject(String meter, String problem) {
		if (!this.running) {
			throw new InvalidBusinessMeterException(meter, problem);
		}
		if (this.warnings.size() < MAX_WARNINGS && this.warnings.add(meter + ": " + problem)) {
			this.logger.warn("The business meter '%s' records '%s': %s".formatted(meter, UNDECLARED, problem));
		}
	}

}
