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

package io.sightline.diagnostics.autoconfigure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.sightline.diagnostics.Setting;
import io.sightline.report.Delivery;
import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;
import io.sightline.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Where telemetry goes, and whether somebody listens there. That is tried when a report
 * is asked for, and only by opening a connection.
 */
final class ExporterContributor implements ReportContributor {

	private static final Duration PATIENCE = Duration.ofMillis(500);

	private static final List<Target> TARGETS = List.of(
			new Target("traces", "otlp", "management.opentelemetry.tracing.export.otlp.endpoint",
					"management.tracing.export.otlp.enabled"),
			new Target("traces", "zipkin", "management.tracing.export.zipkin.endpoint",
					"management.tracing.export.zipkin.enabled"),
			new Target("metrics", "otlp", "management.otlp.metrics.export.url",
					"management.otlp.metrics.export.enabled"),
			new Target("logs", "otlp", "management.opentelemetry.logging.export.otlp.endpoint",
					"management.logging.export.otlp.enabled"));

	private final EffectiveSettings settings;

	private final Supplier<List<Delivery>> deliveries;

	private final AtomicReference<List<Finding>> found = new AtomicReference<>(List.of());

	ExporterContributor(EffectiveSettings settings, Supplier<List<Delivery>> deliveries) {
		this.settings = settings;
		this.deliveries = deliveries;
	}

	@Override
	public String section() {
		return "exporters";
	}

	@Override
	public Object details() {
		List<Map<String, Object>> exporters = new ArrayList<>();
		List<Finding> findings = new ArrayList<>();
		List<Delivery> left = new ArrayList<>(this.deliveries.get());
		for (Target target : TARGETS) {
			Setting endpoint = this.settings.of(target.endpoint(), null);
			if (endpoint.value() != null && !endpoint.value().isBlank()) {
				exporters.add(exporter(target, endpoint, findings, left));
			}
		}
		left.forEach((delivery) -> exporters.add(ofApplication(delivery)));
		this.found.set(List.copyOf(findings));
		return exporters;
	}

	private Map<String, Object> exporter(Target target, Setting endpoint, List<Finding> findings, List<Delivery> left) {
		boolean enabled = !"false".equalsIgnoreCase(this.settings.of(target.enabled(), "true").value());
		Map<String, Object> exporter = new LinkedHashMap<>();
		exporter.put("signal", target.signal());
		exporter.put("protocol", target.protocol());
		exporter.put("endpoint", String.valueOf(endpoint.value()));
		exporter.put("source", endpoint.source());
		exporter.put("enabled", enabled);
		if (enabled) {
			String failure = failure(String.valueOf(endpoint.value()));
			exporter.put("reachable", failure == null);
			if (failure != null) {
				exporter.put("failure", failure);
				findings.add(finding(target, endpoint, failure));
			}
			left.stream().filter((delivery) -> isOf(target, endpoint, delivery)).findFirst().ifPresent((delivery) -> {
				left.remove(delivery);
				exporter.putAll(attempts(delivery));
			});
		}
		return exporter;
	}

	/**
	 * The exporter of an OTLP endpoint knows it; others have a name at most.
	 */
	private boolean isOf(Target target, Setting endpoint, Delivery delivery) {
		String receiver = this.settings.mask(target.endpoint(), delivery.receiver());
		return delivery.signal().equals(target.signal()) && (receiver.equals(endpoint.value())
				|| delivery.receiver().toLowerCase(Locale.ROOT).startsWith(target.protocol()));
	}

	private Map<String, Object> ofApplication(Delivery delivery) {
		Map<String, Object> exporter = new LinkedHashMap<>();
		exporter.put("signal", delivery.signal());
		exporter.put("receiver", this.settings.mask("receiver", delivery.receiver()));
		exporter.putAll(attempts(delivery));
		return exporter;
	}

	private Map<String, Object> attempts(Delivery delivery) {
		Map<String, Object> attempts = new LinkedHashMap<>();
		attempts.put("attempts", delivery.attempts());
		attempts.put("failedAttempts", delivery.failures());
		if (delivery.lastSuccess() != null) {
			attempts.put("lastSuccess", delivery.lastSuccess().toString());
		}
		if (delivery.lastFailure() != null) {
			attempts.put("lastError", this.settings.mask("lastError", delivery.lastFailure().reason()));
			attempts.put("lastErrorAt", delivery.lastFailure().time().toString());
		}
		return attempts;
	}

	private static Finding finding(Target target, Setting endpoint, String failure) {
		return new Finding("exporter-unreachable", Severity.WARNING,
				"Nobody listens at %s, where %s go: %s. What does not fit into the queue is lost"
					.formatted(endpoint.value(), target.signal(), failure),
				"Start the receiver, or correct " + target.endpoint());
	}

	private static @Nullable String failure(String endpoint) {
		try (Socket socket = new Socket()) {
			URI uri = URI.create(endpoint);
			int port = (uri.getPort() > 0) ? uri.getPort() : defaultPort(uri);
			socket.connect(new InetSocketAddress(String.valueOf(uri.getHost()), port),
					Math.toIntExact(PATIENCE.toMillis()));
			return null;
		}
		catch (IOException | IllegalArgumentException ex) {
			return ex.getClass().getSimpleName() + ((ex.getMessage() != null) ? ": " + ex.getMessage() : "");
		}
	}

	private static int defaultPort(URI uri) {
		return "https".equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) ? 443 : 80;
	}

	@Override
	public List<Finding> findings() {
		return this.found.get();
	}

	/**
	 * Where a signal may go.
	 *
	 * @param signal the signal
	 * @param protocol the protocol
	 * @param endpoint the property of the address
	 * @param enabled the property that switches it
	 */
	private record Target(String signal, String protocol, String endpoint, String enabled) {

	}

}
