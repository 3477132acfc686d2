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

import java.util.Map;

import io.sightline.identity.ServiceIdentity;
import io.sightline.logging.json.TextPolicy;
import io.sightline.redaction.InvalidRedactionPatternException;
import io.sightline.redaction.autoconfigure.RedactionPolicies;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * What is configured of logging and of redaction, to be looked at before logging starts:
 * Boot tells of what is wrong in there as of a logging system that is broken, and not
 * which values are allowed.
 */
final class LoggingConfiguration {

	private static final ServiceIdentity ANY = new ServiceIdentity("any", "any", "any", "any", Map.of());

	private LoggingConfiguration() {
	}

	static void check(Environment environment) {
		LineEncoders.create(Binder.get(environment).bindOrCreate("sightline.logging", LoggingProperties.class), ANY,
				TextPolicy.NONE);
		try {
			RedactionPolicies.fromEnvironment(environment);
		}
		catch (InvalidRedactionPatternException ex) {
			throw new InvalidConfigurationPropertyValueException(ex.property(), ex.value(),
					"It is not a regular expression: " + ex.reason());
		}
	}

}
