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

package io.sightline.logging.json;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.sightline.logging.CapturedEvent;
import net.logstash.logback.composite.AbstractJsonProvider;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Base of the providers of our fields: the parts of a line, each with one reason to
 * change.
 */
abstract class LineProvider extends AbstractJsonProvider<ILoggingEvent> {

	@Override
	public final void writeTo(JsonGenerator json, ILoggingEvent event) {
		write(json, CapturedEvent.of(event));
	}

	abstract void write(JsonGenerator json, CapturedEvent event);

	static void field(JsonGenerator json, String name, @Nullable String value) {
		if (value != null) {
			json.writeStringProperty(name, SafeText.of(value));
		}
	}

}
