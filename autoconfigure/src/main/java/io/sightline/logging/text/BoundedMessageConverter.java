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

package io.sightline.logging.text;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.sightline.logging.CapturedEvent;
import io.sightline.logging.json.MessageFormat;
import org.jspecify.annotations.Nullable;

/**
 * The message of an event, whatever its arguments do.
 */
final class BoundedMessageConverter extends ClassicConverter {

	private final int limit;

	BoundedMessageConverter(int limit) {
		this.limit = limit;
	}

	@Override
	public String convert(ILoggingEvent event) {
		String rendered = (event instanceof CapturedEvent captured) ? captured.rendered() : null;
		if (rendered != null) {
			return rendered;
		}
		@Nullable Object @Nullable [] arguments = event.getArgumentArray();
		return MessageFormat.format(event.getMessage(), arguments, this.limit);
	}

}
