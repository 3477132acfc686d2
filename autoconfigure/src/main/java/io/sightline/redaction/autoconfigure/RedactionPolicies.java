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

package io.sightline.redaction.autoconfigure;

import io.sightline.redaction.RedactionPolicy;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Makes the policy where there is no application context yet, above all for logging.
 */
public final class RedactionPolicies {

	private RedactionPolicies() {
	}

	/**
	 * The policy as configured in an environment. It knows no
	 * {@link io.sightline.redaction.Redactor} beans: replace it by the
	 * {@link RedactionPolicy} bean once the context is up.
	 * @param environment the environment
	 * @return a policy, which lets everything pass if redaction is switched off
	 */
	public static RedactionPolicy fromEnvironment(Environment environment) {
		boolean enabled = environment.getProperty("sightline.enabled", Boolean.class, true);
		RedactionProperties properties = Binder.get(environment)
			.bindOrCreate("sightline.redaction", RedactionProperties.class);
		return (enabled && properties.enabled()) ? RedactionPolicy.from(properties.rules())
				: RedactionPolicy.disabled();
	}

}
