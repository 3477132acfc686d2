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

import java.io.PrintStream;
import java.util.function.IntConsumer;

import io.sightline.diagnostics.WiringReport;
import io.sightline.report.Severity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * Prints the report and ends the application, before its runners run. The exit code is 1
 * if there is a finding of severity {@link Severity#ERROR}.
 */
final class ReportRunner implements ApplicationListener<ApplicationStartedEvent> {

	private final ApplicationContext context;

	private final WiringReports reports;

	private final PrintStream output;

	private final IntConsumer exit;

	ReportRunner(ApplicationContext context, WiringReports reports, PrintStream output, IntConsumer exit) {
		this.context = context;
		this.reports = reports;
		this.output = output;
		this.exit = exit;
	}

	@Override
	public void onApplicationEvent(ApplicationStartedEvent event) {
		ReportFormat format = ReportFormat.asked(this.context.getEnvironment());
		if (event.getApplicationContext() != this.context || format == null) {
			return;
		}
		WiringReport report = this.reports.create();
		this.output.println(format.write(report));
		this.output.flush();
		boolean failed = report.findings().stream().anyMatch((finding) -> finding.severity() == Severity.ERROR);
		this.exit.accept(SpringApplication.exit(this.context, () -> failed ? 1 : 0));
	}

}
