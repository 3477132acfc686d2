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

package io.sightline.logging.autoconfigure;

import ch.qos.logback.classic.LoggerContext;
import io.sightline.logging.json.TextPolicy;
import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.autoconfigure.RedactionPolicies;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.core.env.Environment;

/**
 * The redaction policy as log lines see it: what the environment says as long as there is
 * no application context, and its bean then. There is one for a logging context, whoever
 * makes its encoders.
 */
final class LogRedaction implements TextPolicy {

	private volatile RedactionPolicy policy;

	private LogRedaction(RedactionPolicy policy) {
		this.policy = policy;
	}

	/**
	 * Redaction as configured in an environment, for all lines from now on.
	 */
	static LogRedaction from(Environment environment) {
		RedactionPolicy policy = RedactionPolicies.fromEnvironment(environment);
		LogRedaction present = current();
		if (present != null) {
			present.use(policy);
			return present;
		}
		LogRedaction redaction = new LogRedaction(policy);
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			context.putObject(LogRedaction.class.getName(), redaction);
		}
		return redaction;
	}

	/**
	 * What is in effect for the logging context.
	 */
	static @Nullable LogRedaction current() {
		return (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
				&& context.getObject(LogRedaction.class.getName()) instanceof LogRedaction redaction) ? redaction
						: null;
	}

	void use(RedactionPolicy policy) {
		this.policy = policy;
	}

	@Override
	public String text(String text) {
		return this.policy.text(text);
	}

	@Override
	public @Nullable Object value(String key, Object value) {
		return this.policy.value(key, value);
	}

	@Override
	public @Nullable Object lineByLine() {
		RedactionPolicy policy = this.policy;
		return policy.isBuiltIn() ? policy : null;
	}

}
