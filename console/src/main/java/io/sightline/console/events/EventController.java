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

package io.sightline.console.events;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.sightline.console.api.BadFieldException;
import io.sightline.console.api.Parameters;
import io.sightline.console.api.Times;
import io.sightline.console.api.Where;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Questions about events: requests and messages that were received, and what began by
 * itself.
 */
@RestController
final class EventController {

	private static final String FIELD_FORM = "a field: letters, digits and _ . : / -";

	private final EventRepository events;

	private final HeatMapRepository heatMaps;

	EventController(EventRepository events, HeatMapRepository heatMaps) {
		this.events = events;
		this.heatMaps = heatMaps;
	}

	@GetMapping("/api/events/fields")
	List<EventField> fields(@RequestParam MultiValueMap<String, String> query) {
		Parameters.of(query);
		return this.events.fields();
	}

	@GetMapping("/api/events/query")
	Answer query(@RequestParam MultiValueMap<String, String> query) {
		Parameters parameters = Parameters.of(query, "filter", "group_by", "measure", "since", "limit");
		Where where = where(parameters);
		String groupBy = parameters.text("group_by", Filter.FIELD, FIELD_FORM);
		String measure = parameters.text("measure", Filter.FIELD, FIELD_FORM);
		long limit = parameters.number("limit", 50, 1, 500);
		return new Answer(this.events.count(where),
				this.events.groups(where, groupBy, measure.isEmpty() ? "duration_ms" : measure, limit));
	}

	@GetMapping("/api/events/heatmap")
	HeatMap heatMap(@RequestParam MultiValueMap<String, String> query) {
		Parameters parameters = Parameters.of(query, "filter", "since", "columns");
		return this.heatMaps.of(where(parameters), (int) parameters.number("columns", 60, 1, 60));
	}

	@GetMapping("/api/events/compare")
	Comparison compare(@RequestParam MultiValueMap<String, String> query) {
		Parameters parameters = Parameters.of(query, "filter", "select", "since");
		Where all = where(parameters);
		List<Filter> select = Filter.parse("select", parameters.all("select"));
		if (select.isEmpty()) {
			throw new BadFieldException("select", "is needed: what to compare with the rest");
		}
		Where selected = new Where();
		select.forEach((filter) -> filter.addTo(selected));
		long total = this.events.count(all);
		long chosen = this.events.count(all.plus(selected));
		if (chosen == 0 || chosen == total) {
			return new Comparison(chosen, total - chosen, List.of());
		}
		Set<String> asked = select.stream().map(Filter::field).collect(Collectors.toSet());
		List<Comparison.Field> fields = this.events.compare(all, selected,
				new EventRepository.Sizes(chosen, total - chosen));
		return new Comparison(chosen, total - chosen,
				fields.stream().filter((field) -> !asked.contains(field.field())).toList());
	}

	private static Where where(Parameters parameters) {
		Where where = new Where();
		Duration since = parameters.duration("since", Duration.ZERO);
		if (!since.isZero()) {
			where.and("start_ns >= ?", Times.nanosAgo(since));
		}
		Filter.parse("filter", parameters.all("filter")).forEach((filter) -> filter.addTo(where));
		return where;
	}

}
