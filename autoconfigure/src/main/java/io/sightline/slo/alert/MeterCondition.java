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

package io.sightline.slo.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A condition over meters, written as {@code [statistic(]meter[{tag=value,...}][)]
 * operator number}, such as {@code queue.size > 100} or
 * {@code rate(logback.events{level=error}) >= 0.5}. Meters that match are added up, or
 * the greatest is taken for {@code max}; while there is none, the condition does not
 * hold.
 */
public final class MeterCondition implements Predicate<MeterRegistry> {

	private static final Pattern SYNTAX = Pattern.compile("(?:(?<statistic>[a-z]+)\\()?(?<meter>[\\w.-]+)"
			+ "(?:\\{(?<tags>[^{}]*)})?(?<close>\\))?\\s*(?<operator>>=|<=|>|<)\\s*(?<limit>-?\\d+(?:\\.\\d+)?)");

	private final String meter;

	private final List<Tag> tags;

	private final MeterStatistic statistic;

	private final String operator;

	private final double limit;

	private final RateOfChange rate;

	private MeterCondition(Matcher parts, LongSupplier clock) {
		this.meter = parts.group("meter");
		this.tags = tags(parts.group("tags"));
		this.statistic = statistic(parts.group("statistic"));
		this.operator = parts.group("operator");
		this.limit = Double.parseDouble(parts.group("limit"));
		this.rate = new RateOfChange(clock);
	}

	/**
	 * Reads a condition.
	 * @param text the condition
	 * @param clock nanoseconds of a clock that never goes back
	 * @return the condition
	 */
	public static MeterCondition parse(String text, LongSupplier clock) {
		Matcher parts = SYNTAX.matcher(text.strip());
		if (!parts.matches() || (parts.group("statistic") == null) != (parts.group("close") == null)) {
			throw new IllegalArgumentException(
					"a condition is [statistic(]meter[{tag=value,...}][)] operator number, as in "
							+ "rate(logback.events{level=error}) > 0.5");
		}
		return new MeterCondition(parts, clock);
	}

	private static MeterStatistic statistic(@Nullable String name) {
		return Stream.of(MeterStatistic.values())
			.filter((it) -> it.name().toLowerCase(Locale.ROOT).equals((name != null) ? name : "value"))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"a statistic is one of value, rate, count, mean and max, not '" + name + "'"));
	}

	private static List<Tag> tags(@Nullable String text) {
		List<Tag> tags = new ArrayList<>();
		for (String pair : (text != null) ? text.split(",") : new String[0]) {
			String[] parts = pair.split("=", 2);
			if (parts.length < 2) {
				throw new IllegalArgumentException("a tag is name=value, not '" + pair + "'");
			}
			tags.add(Tag.of(parts[0].strip(), parts[1].strip().replace("\"", "")));
		}
		return tags;
	}

	@Override
	public boolean test(MeterRegistry registry) {
		Collection<Meter> meters = registry.find(this.meter).tags(this.tags).meters();
		if (meters.isEmpty()) {
			return false;
		}
		return exceeds(
				(this.statistic == MeterStatistic.RATE) ? this.rate.next(counts(meters)) : this.statistic.of(meters));
	}

	private Map<Meter.Id, Double> counts(Collection<Meter> meters) {
		return meters.stream()
			.collect(Collectors.toMap(Meter::getId, (meter) -> this.statistic.of(List.of(meter)), Double::sum));
	}

	/**
	 * Nothing compares to what is not a number.
	 */
	private boolean exceeds(double value) {
		return switch (this.operator) {
			case ">" -> value > this.limit;
			case ">=" -> value >= this.limit;
			case "<" -> value < this.limit;
			default -> value <= this.limit;
		};
	}

}
