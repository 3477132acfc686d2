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
package io.sightline.tracing.propagation.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Propagation of traces. What is consumed and produced is configured by
 * "management.tracing.propagation".
 *
 * @param propagation How headers are read and written.
 * @param baggage To whom baggage goes.
 * @param trustIncoming Whose trace context is continued: "always", "never", or addresses
 * and ranges such as 10.0.0.0/8. Others get a trace of their own with a link to theirs.
 */
@ConfigurationProperties("sightline.tracing")
record PropagationProperties(@DefaultValue Propagation propagation, @DefaultValue Baggage baggage,
		@DefaultValue("always") List<String> trustIncoming) {

	/**
	 * How headers are read and written.
	 *
	 * @param enabled Whether Sightline's propagation replaces Boot's.
	 */
	record Propagation(@DefaultValue("true") boolean enabled) {

	}

	/**
	 * To whom baggage goes. Which baggage goes out at all is configured by
	 * "management.tracing.baggage.remote-fields".
	 *
	 * @param allowedHosts Hosts to which baggage goes, by default "internal". Where it is
	 * set, the trace context goes to no other host either, and no other host is believed
	 * that it keeps a trace. "*" for all, "internal" for names without a dot, names that
	 * are not public and private addresses, names such as shop.example.com or
	 * *.example.com, and addresses and ranges such as 10.0.0.0/8.
	 */
	record Baggage(@Nullable List<String> allowedHosts) {

	}

}
