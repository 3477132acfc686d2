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

package io.sightline.test;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Begins and ends a run for each test.
 */
final class TelemetryExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(TelemetryExtension.class);

	@Override
	public void beforeEach(ExtensionContext context) {
		ApplicationContext application = SpringExtension.getApplicationContext(context);
		TestRun run = new TestRun(context.getDisplayName(), application);
		TestRuns.JVM.begin(run);
		context.getStore(NAMESPACE).put(Telemetry.class, new Telemetry(run));
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Telemetry telemetry = find(context);
		if (telemetry != null) {
			TestRuns.JVM.end(telemetry.run());
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Telemetry.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Telemetry telemetry = find(context);
		if (telemetry == null) {
			throw new ParameterResolutionException(
					"Telemetry is that of one test: let methods take it, not constructors or methods for all tests");
		}
		return telemetry;
	}

	private static @Nullable Telemetry find(ExtensionContext context) {
		return context.getStore(NAMESPACE).get(Telemetry.class, Telemetry.class);
	}

}
