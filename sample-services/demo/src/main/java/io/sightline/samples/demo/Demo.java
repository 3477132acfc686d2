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

package io.sightline.samples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.sightline.samples.demo.check.Checks;
import io.sightline.samples.demo.check.Finding;
import io.sightline.samples.demo.console.ConsoleProcess;
import io.sightline.samples.demo.console.ConsoleView;
import io.sightline.samples.demo.evidence.Evidence;
import io.sightline.samples.demo.http.Await;
import io.sightline.samples.demo.http.HttpCaller;
import io.sightline.samples.demo.service.Addresses;
import io.sightline.samples.demo.service.Fleet;
import io.sightline.samples.demo.service.PortCheck;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.service.ServiceCommand;
import io.sightline.samples.demo.service.StartFailedException;
import io.sightline.samples.demo.story.Story;
import io.sightline.samples.demo.telemetry.Health;
import io.sightline.samples.demo.telemetry.LogFile;
import io.sightline.samples.demo.telemetry.ServiceProbe;
import io.sightline.samples.demo.telemetry.Span;
import io.sightline.samples.demo.telemetry.SpanReceiver;
import io.sightline.samples.demo.telemetry.SpanStore;
import io.sightline.samples.demo.traffic.Checkout;
import io.sightline.samples.demo.traffic.Outage;
import io.sightline.samples.demo.traffic.PaymentOutage;
import io.sightline.samples.demo.traffic.Registrations;
import io.sightline.samples.demo.traffic.SampledTraffic;
import io.sightline.samples.demo.traffic.Traffic;
import io.sightline.samples.demo.traffic.TrafficReport;

/**
 * One run of the demo, from the port check to the last word.
 */
final class Demo implements AutoCloseable {

	private static final Set<SampleService> ALL = EnumSet.allOf(SampleService.class);

	private static final Duration START_LIMIT = Duration.ofMinutes(4);

	private static final Duration SPANS_LIMIT = Duration.ofSeconds(15);

	private static final int MAX_SPANS = 20_000;

	private static final int MAX_BODY = 16 * 1024 * 1024;

	private final Path root;

	private final Path logs;

	private final Addresses addresses;

	private final Consumer<String> out;

	private final HttpCaller caller = new HttpCaller(Duration.ofSeconds(15));

	private final SpanStore spans = new SpanStore(MAX_SPANS);

	private final SpanReceiver receiver;

	private final Fleet fleet;

	private final ConsoleProcess console;

	private final Path java;

	Demo(Options options, Path root, Consumer<String> out) throws IOException {
		this.root = root;
		this.logs = root.resolve("target").resolve("demo");
		this.addresses = Addresses.movedBy(options.portOffset());
		this.out = out;
		this.java = options.java();
		this.console = new ConsoleProcess(ConsoleProcess.PORT + options.portOffset(), this.logs.resolve("console.log"));
		this.receiver = SpanReceiver.start(this.spans, MAX_BODY, this.console);
		ServiceCommand command = new ServiceCommand(this.java, root, this.addresses, this.receiver.endpoint(),
				this.console.options());
		this.fleet = new Fleet(command, this.console.variables(), this.logs, this::say);
	}

	/**
	 * Return what keeps the demo from starting.
	 * @return the reason, if there is one
	 */
	Optional<String> obstacle() {
		String missing = Stream
			.concat(ALL.stream().map((service) -> service.jar(this.root)), Stream.of(ConsoleProcess.jar(this.root)))
			.filter((jar) -> !Files.exists(jar))
			.map(Path::toString)
			.collect(Collectors.joining(", "));
		if (!missing.isEmpty()) {
			return Optional.of("not built: " + missing);
		}
		PortCheck check = new PortCheck();
		List<SampleService> taken = check.taken(this.addresses);
		if (!taken.isEmpty()) {
			return Optional.of(check.explain(taken, this.addresses));
		}
		return check.isFreePort(this.console.port()) ? Optional.empty()
				: Optional
					.of("port " + this.console.port() + " (console) already in use by another program; stop it, or "
							+ "use --port-offset to move every port");
	}

	/**
	 * Start everything, drive the traffic and tell the story.
	 * @return what the traffic brought back
	 * @throws StartFailedException if a service does not come up
	 */
	Observed tell() throws StartFailedException {
		say("starting " + ALL.size() + " services and the console, logs in target/demo");
		// Where lines go to has to be there first.
		startConsole();
		this.console.awaitUp(START_LIMIT);
		this.fleet.start(ALL, START_LIMIT);
		say("sending requests");
		TrafficReport traffic = new Traffic(this.caller, this.addresses, this.out).run();
		awaitSpans(traffic.checkout());
		ConsoleView shown = awaitConsole(traffic.checkout());
		Map<SampleService, Health> health = new ServiceProbe(this.caller, this.addresses).health();
		Map<String, String> payments = new ServiceProbe(this.caller, this.addresses).objectives(SampleService.PAYMENT);
		say("200 registrations, of which one trace of ten is kept");
		SampledTraffic sampling = new Registrations(this.caller, this.addresses).run();
		say("payment-service hangs for a while");
		Outage outage = new PaymentOutage(this.caller, this.addresses, this.fleet.process(SampleService.PAYMENT)).run();
		Observed observed = new Observed(traffic, health, outage, payments, sampling, shown);
		Story.tell(evidence(observed)).forEach(this.out);
		return observed;
	}

	private void startConsole() throws StartFailedException {
		try {
			this.console.start(this.java, this.root, this.addresses);
		}
		catch (IOException ex) {
			throw new StartFailedException("the console cannot be started: " + ex.getMessage(), ex);
		}
	}

	private ConsoleView awaitConsole(Checkout checkout) {
		int spans = this.spans.trace(checkout.traceId()).size();
		Await.until(SPANS_LIMIT, () -> {
			ConsoleView shown = this.console.trace(checkout.traceId());
			return shown.spanIds().size() >= spans && Set.copyOf(shown.talkers()).size() == ALL.size()
					&& this.console.service(SampleService.USER).isWhole();
		});
		return this.console.trace(checkout.traceId()).with(this.console.service(SampleService.USER));
	}

	/**
	 * Stop the services and check everything they said until then.
	 * @param observed what the traffic brought back
	 * @return whether everything is there
	 */
	boolean check(Observed observed) {
		this.fleet.close();
		this.out.accept("");
		List<Finding> findings = Checks.run(evidence(observed));
		findings.forEach((finding) -> finding.lines().forEach(this.out));
		return findings.stream().allMatch(Finding::isOk);
	}

	/**
	 * Tell where everything is.
	 */
	void introduce() {
		this.out.accept("");
		say("the services stay up, Ctrl-C stops them");
		for (SampleService service : ALL) {
			this.out.accept("%-17s %s  log %s".formatted(service.id(), this.addresses.uri(service),
					this.root.relativize(this.fleet.process(service).log())));
		}
		this.out.accept("%-17s %s".formatted("console", this.console.link()));
	}

	/**
	 * Stay up as long as any service does.
	 */
	void stay() {
		this.fleet.awaitEnd();
	}

	private void awaitSpans(Checkout checkout) {
		Await.until(SPANS_LIMIT, () -> {
			List<Span> trace = this.spans.trace(checkout.traceId());
			return trace.stream().map(Span::service).distinct().count() == ALL.size() && isWhole(trace, checkout);
		});
	}

	private static boolean isWhole(List<Span> trace, Checkout checkout) {
		Set<String> ids = trace.stream().map(Span::spanId).collect(Collectors.toSet());
		ids.add(checkout.order().context().spanId());
		return trace.stream().allMatch((span) -> ids.contains(span.parentId()));
	}

	private Evidence evidence(Observed observed) {
		Map<SampleService, LogFile> files = new EnumMap<>(SampleService.class);
		ALL.forEach((service) -> files.put(service, LogFile.read(this.fleet.process(service).log())));
		return new Evidence(observed.traffic(), this.spans.all(), this.spans.dropped(), files, observed.health(),
				observed.outage(), observed.payments(), observed.sampling(), observed.console());
	}

	private void say(String line) {
		this.out.accept("demo: " + line);
	}

	@Override
	public void close() {
		this.fleet.close();
		this.receiver.close();
		this.console.close();
	}

	/**
	 * What can be observed only while the services run.
	 *
	 * @param traffic what came back
	 * @param health the health after the traffic
	 * @param outage what was seen of a service that hung
	 * @param payments the state of each objective of payment-service
	 * @param sampling requests of which one of ten is kept
	 * @param console the checkout as the console shows it
	 */
	record Observed(TrafficReport traffic, Map<SampleService, Health> health, Outage outage,
			Map<String, String> payments, SampledTraffic sampling, ConsoleView console) {

	}

}
