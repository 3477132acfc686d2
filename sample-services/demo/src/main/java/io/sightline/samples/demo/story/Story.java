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

package io.sightline.samples.demo.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.sightline.samples.demo.evidence.Evidence;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.telemetry.Health;
import io.sightline.samples.demo.telemetry.LogLine;
import io.sightline.samples.demo.telemetry.Movement;
import io.sightline.samples.demo.telemetry.Scrape;
import io.sightline.samples.demo.telemetry.Span;
import io.sightline.samples.demo.traffic.Checkout;
import io.sightline.samples.demo.traffic.Outage;
import io.sightline.samples.demo.traffic.SampledTraffic;
import io.sightline.samples.demo.traffic.SampledTraffic.Fate;
import io.sightline.samples.demo.traffic.SampledTraffic.Registration;

/**
 * One checkout, told from what the services said about it.
 */
public final class Story {

	private static final Scrape NOTHING = new Scrape(0, List.of());

	private static final Health UNKNOWN = new Health("unknown", "unknown", "unknown");

	private final Evidence evidence;

	private final Checkout checkout;

	private final List<String> lines = new ArrayList<>();

	private Story(Evidence evidence) {
		this.evidence = evidence;
		this.checkout = evidence.traffic().checkout();
	}

	/**
	 * Tell the story.
	 * @param evidence what there is to tell from
	 * @return the lines of the story
	 */
	public static List<String> tell(Evidence evidence) {
		Story story = new Story(evidence);
		story.tellRequest();
		story.tellTrace();
		story.tellLogs();
		story.tellMetrics();
		story.tellSampling();
		story.tellHealth();
		story.tellObjectives();
		story.tellOutage();
		return List.copyOf(story.lines);
	}

	private void tellRequest() {
		chapter("One checkout");
		this.lines.add("%s answered %d in %d ms".formatted(this.checkout.order().step(),
				this.checkout.order().reply().status(), this.checkout.order().reply().duration().toMillis()));
		this.lines.add("sent traceparent     " + this.checkout.order().context().traceparent());
		this.lines.add("received X-Trace-ID  " + this.checkout.order().reply().header("X-Trace-ID").orElse("(none)"));
	}

	private void tellTrace() {
		List<Span> trace = this.evidence.trace(this.checkout.traceId());
		long services = trace.stream().map(Span::service).distinct().count();
		chapter("Its trace: %d spans in %d services".formatted(trace.size(), services));
		this.lines.addAll(Waterfall.draw(trace));
	}

	private void tellSampling() {
		SampledTraffic sampling = this.evidence.sampling();
		chapter("%d registrations, of which one trace of ten is kept".formatted(sampling.registrations().size()));
		for (Fate fate : Fate.values()) {
			List<Registration> registrations = sampling.of(fate);
			long kept = registrations.stream().filter((one) -> !this.evidence.trace(one.traceId()).isEmpty()).count();
			this.lines.add(
					"%-8s %3d of %3d kept".formatted(fate.name().toLowerCase(Locale.ROOT), kept, registrations.size()));
		}
		new TreeMap<>(sampling.accounts()).forEach((service, account) -> this.lines
			.add("%-17s spans: %.0f created = %.0f exported + %.0f unsampled + %.0f dropped + %.0f queued".formatted(
					service.id(), account.created(), account.exported(), account.unsampled(), account.dropped(),
					account.queued())));
	}

	private void tellLogs() {
		chapter("Its log lines");
		Stream.of(SampleService.values())
			.flatMap((service) -> this.evidence.log(service).trace(this.checkout.traceId()).stream())
			.sorted(Comparator.comparing(LogLine::timestamp))
			.forEach((line) -> this.lines.add("%-27s %-5s %-17s %s  %s".formatted(line.timestamp(), line.level(),
					line.service(), shortened(line.logger()), firstLine(line.message()))));
	}

	private void tellMetrics() {
		chapter("The metrics it moved");
		for (SampleService service : SampleService.values()) {
			Scrape before = this.checkout.before().getOrDefault(service, NOTHING);
			Scrape after = this.checkout.after().getOrDefault(service, NOTHING);
			Movement.between(before, after)
				.forEach((movement) -> this.lines.add("%-17s %s%s +%s".formatted(service.id(), movement.series().name(),
						labels(movement), number(movement.by()))));
		}
	}

	private void tellHealth() {
		chapter("The health of the services");
		for (SampleService service : SampleService.values()) {
			Health health = this.evidence.health().getOrDefault(service, UNKNOWN);
			this.lines.add("%-17s %s, liveness %s, readiness %s".formatted(service.id(), health.overall(),
					health.liveness(), health.readiness()));
		}
	}

	private void tellObjectives() {
		chapter("The objectives of payment-service, after payments failed");
		new TreeMap<>(this.evidence.payments()).forEach((objective, state) -> this.lines
			.add("%-17s %s is %s".formatted(SampleService.PAYMENT.id(), objective, state)));
	}

	private void tellOutage() {
		Outage outage = this.evidence.outage();
		chapter("payment-service hung for a while");
		this.lines.add("order-service     %s, readiness %s, of payment-service: %s, then %s, then %s"
			.formatted(outage.overall(), outage.readiness(), outage.before(), outage.during(), outage.after()));
	}

	private void chapter(String title) {
		this.lines.add("");
		this.lines.add("── " + title + " " + "─".repeat(Math.max(3, 76 - title.length())));
	}

	private static String labels(Movement movement) {
		return movement.tellingLabels()
			.entrySet()
			.stream()
			.map((label) -> label.getKey() + "=\"" + label.getValue() + "\"")
			.collect(Collectors.joining(",", "{", "}"));
	}

	private static String number(double value) {
		return (value == Math.rint(value)) ? Long.toString((long) value) : "%.2f".formatted(value);
	}

	private static String shortened(String logger) {
		return logger.substring(logger.lastIndexOf('.') + 1);
	}

	private static String firstLine(String message) {
		return message.lines().findFirst().orElse("");
	}

}
