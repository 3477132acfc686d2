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

import io.sightline.identity.ServiceIdentity;
import io.sightline.logging.LogFormat;
import io.sightline.logging.json.InvalidFieldException;
import io.sightline.logging.json.JsonLine;
import io.sightline.logging.json.LineOptions;
import io.sightline.logging.json.LineOptions.FieldChanges;
import io.sightline.logging.json.TextPolicy;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Makes encoders of lines from properties, and says which property is wrong.
 */
final class LineEncoders {

	private static final String PREFIX = "sightline.logging.";

	private static final DataSize SMALLEST_LINE = DataSize.ofKilobytes(4);

	private static final DataSize LARGEST = DataSize.ofMegabytes(64);

	private LineEncoders() {
	}

	static JsonLine create(LoggingProperties properties, ServiceIdentity identity, TextPolicy policy) {
		LogFormat format = properties.format();
		LoggingProperties.Fields fields = properties.fields();
		LineOptions options = new LineOptions((format != null) ? format : LogFormat.JSON, properties.includeCaller(),
				size("max-message-size", properties.maxMessageSize(), DataSize.ofBytes(1)),
				size("max-stack-trace-size", properties.maxStackTraceSize(), DataSize.ofBytes(1)),
				size("max-line-size", properties.maxLineSize(), SMALLEST_LINE),
				new FieldChanges(fields.rename(), fields.exclude(), fields.add()));
		try {
			return JsonLine.create(identity, options, policy);
		}
		catch (InvalidFieldException ex) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + "fields." + ex.option(), ex.value(),
					ex.getMessage());
		}
	}

	private static int size(String name, DataSize size, DataSize smallest) {
		if (size.compareTo(smallest) < 0 || size.compareTo(LARGEST) > 0) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + name, size,
					"It has to be between " + smallest.toBytes() + "B and " + LARGEST.toMegabytes() + "MB.");
		}
		return (int) size.toBytes();
	}

}
