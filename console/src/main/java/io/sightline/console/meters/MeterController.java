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

package io.sightline.console.meters;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.sightline.console.api.BadFieldException;
import io.sightline.console.api.NotFoundException;
import io.sightline.console.api.Parameters;
import io.sightline.console.api.Times;
import io.sightline.console.api.Where;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Meters, their values over time, and the request behind one of them.
 */
@RestController
final class MeterController {

	private static final Duration SHORTEST = Duration.ofMinutes(1);

	private static final Duration LONGEST = Duration.ofDays(7);

	private static final int MAX_TAGS = 8;

	private final MeterRepository meters;

	private final MeterQuery query;

	private final TraceOfPoint traces;

	MeterController(MeterRepository meters, MeterQuery query, TraceOfPoint traces) {
		this.meters = meters;
		this.query = query;
		this.traces = traces;
	}

	/**
	 * Tell which meters there are or, with {@code name}, the values of one.
	 * @param given the parameters
	 * @return a {@link MeterList} or a {@link MeterAnswer}
	 */
	@GetMapping("/api/metrics")
	Object metrics(@RequestParam MultiValueMap<String, String> given) {
		Parameters parameters = Parameters.of(given, "name", "service", "text", "stat", "by", "filter", "since",
				"limit");
		if (parameters.text("name").isEmpty()) {
			refuse(parameters, "name", "is needed for the values of a meter", "stat", "by", "filter", "since");
			return names(parameters);
		}
		refuse(parameters, "text", "looks for meters, so it is not to be given with 'name'", "text");
		return values(parameters);
	}

	private static void refuse(Parameters parameters, String field, String message, String... others) {
		if (Stream.of(others).anyMatch((name) -> !parameters.all(name).isEmpty())) {
			throw new BadFieldException(field, message);
		}
	}

	private MeterList names(Parameters parameters) {
		Where where = new Where();
		service(parameters, where);
		String text = parameters.text("text");
		if (!text.isEmpty()) {
			where.and("contains(lower(family), lower(?))", text);
		}
		return new MeterList(this.meters.meters(where, parameters.number("limit", 500, 1, 2000)));
	}

	private static void service(Parameters parameters, Where where) {
		String service = parameters.text("service");
		if (!service.isEmpty()) {
			where.and("service = ?", service);
		}
	}

	private MeterAnswer values(Parameters parameters) {
		String name = parameters.text("name");
		Where where = new Where().and("family = ?", name);
		List<TagFilter> filters = TagFilter.parse(parameters.all("filter"));
		List<String> by = tags(parameters);
		Duration since = since(parameters);
		service(parameters, where);
		List<KnownSeries> found = this.meters.series(where);
		if (found.isEmpty()) {
			throw new NotFoundException("There is no such meter: it was never told, or its values were dropped");
		}
		List<KnownSeries> series = found.stream()
			.filter((one) -> filters.stream().allMatch((filter) -> filter.accepts(one)))
			.limit(MeterRepository.MAX_SERIES)
			.toList();
		List<Stat> stats = Stat.of(found.get(0).kind(), parameters.all("stat"));
		Slots slots = Slots.over(since);
		List<MeterAnswer.Line> lines = this.query.lines(this.query.groups(series, by, slots), stats, slots);
		return answer(name, found, lines, slots, (int) parameters.number("limit", MeterQuery.MAX_LINES, 1, 100));
	}

	private static MeterAnswer answer(String name, List<KnownSeries> found, List<MeterAnswer.Line> lines, Slots slots,
			int limit) {
		List<Long> times = IntStream.range(0, slots.count())
			.mapToObj((slot) -> (Long) Times.micros(slots.end(slot)))
			.toList();
		return new MeterAnswer(name, found.get(0).kind().toLowerCase(Locale.ROOT), slots.seconds(), times,
				tagsOf(found), lines.stream().limit(limit).toList(), Math.max(0, lines.size() - limit),
				found.size() > MeterRepository.MAX_SERIES);
	}

	private static List<String> tags(Parameters parameters) {
		List<String> by = parameters.all("by");
		if (by.size() > MAX_TAGS || !by.stream().allMatch((tag) -> TagFilter.TAG.matcher(tag).matches())) {
			throw new BadFieldException("by", "is to be at most " + MAX_TAGS + " tags");
		}
		return by;
	}

	private static List<String> tagsOf(List<KnownSeries> series) {
		Set<String> tags = new TreeSet<>(List.of("service", "version", "instance"));
		series.forEach((one) -> tags.addAll(one.tags().keySet()));
		tags.remove("le");
		return List.copyOf(tags);
	}

	private static Duration since(Parameters parameters) {
		Duration since = parameters.duration("since", Duration.ofHours(1));
		if (since.compareTo(SHORTEST) < 0 || since.compareTo(LONGEST) > 0) {
			throw new BadFieldException("since", "is to be between 1m and 7d");
		}
		return since;
	}

	@GetMapping("/api/metrics/trace")
	TraceOfPoint.Found trace(@RequestParam MultiValueMap<String, String> given) {
		Parameters parameters = Parameters.of(given, "name", "service", "from", "to");
		long from = parameters.number("from", -1, 0, Long.MAX_VALUE / 1000);
		long to = parameters.number("to", -1, 0, Long.MAX_VALUE / 1000);
		if (from < 0 || to < from) {
			throw new BadFieldException("from", "and 'to' are to be times in microseconds since the epoch");
		}
		String service = parameters.text("service");
		if (service.isEmpty()) {
			throw new BadFieldException("service", "is needed");
		}
		return this.traces.find(service, parameters.text("name"), Times.nanos(from), Times.nanos(to))
			.orElseThrow(
					() -> new NotFoundException("No trace of that time is kept: none was sampled, or it was dropped"));
	}

	/**
	 * The meters there are.
	 *
	 * @param meters the meters by name
	 */
	record MeterList(List<Meter> meters) {
	}

}
