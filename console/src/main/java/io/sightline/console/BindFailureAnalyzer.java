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

package io.sightline.console;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionException;

/**
 * Says which property of the console is wrong, but not its value, as Boot's own does: it
 * may be a secret, or an address with one.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BindFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		if (!cause.getName().toString().startsWith("console.")) {
			return null;
		}
		ConfigurationProperty property = cause.getProperty();
		String origin = (property != null)
				? " (last read: " + property.getName() + " from " + property.getOrigin() + ")" : "";
		return new FailureAnalysis(
				"The properties " + cause.getName() + " cannot be used" + origin + ": " + reason(cause),
				"Change the configuration; docs/console.md has the properties", cause);
	}

	private static String reason(BindException cause) {
		Throwable reason = cause;
		while (reason.getCause() != null) {
			if (reason instanceof ConversionException) {
				return "a value is not of the type that is needed";
			}
			reason = reason.getCause();
		}
		return (reason.getClass() == IllegalArgumentException.class) ? String.valueOf(reason.getMessage())
				: "a value is not of the type that is needed";
	}

}
