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

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Requests that stand for others, as services told with their meters. The newest of them
 * are kept. Thread-safe.
 */
@Component
public final class Exemplars {

	private static final int MAX = 5000;

	private final Map<String, Exemplar> known = new LinkedHashMap<>();

	/**
	 * Take an exemplar. One that was told before stays where it was.
	 * @param service the service
	 * @param meter the meter
	 * @param traceId the trace
	 * @param value its value
	 * @param now the time in nanoseconds since the epoch
	 */
	public synchronized void add(String service, String meter, String traceId, double value, long now) {
		String key = service + "\0" + meter + "\0" + traceId;
		if (this.known.putIfAbsent(key, new Exemplar(service, meter, traceId, value, now)) == null
				&& this.known.size() > MAX) {
			this.known.remove(this.known.keySet().iterator().next());
		}
	}

	/**
	 * Find those of an interval.
	 * @param service the service
	 * @param meter the meter
	 * @param from its beginning in nanoseconds since the epoch
	 * @param to its end
	 * @return the exemplars, the largest first
	 */
	synchronized List<Exemplar> find(String service, String meter, long from, long to) {
		return this.known.values()
			.stream()
			.filter((exemplar) -> exemplar.service().equals(service) && exemplar.meter().equals(meter)
					&& exemplar.timeNanos() >= from && exemplar.timeNanos() <= to)
			.sorted(Comparator.comparingDouble(Exemplar::value).reversed())
			.toList();
	}

	/**
	 * One of many requests.
	 *
	 * @param service the service
	 * @param meter the meter
	 * @param traceId the trace
	 * @param value its value
	 * @param timeNanos when it was told first
	 */
	record Exemplar(String service, String meter, String traceId, double value, long timeNanos) {
	}

}
