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

package io.sightline.console.otlp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * How telemetry comes in.
 *
 * @param maxBody Largest body that is read, after decompression
 * @param maxItems How many spans, log lines or values of meters one body may have
 */
@ConfigurationProperties("console.receiver")
record ReceiverProperties(@DefaultValue("8MB") DataSize maxBody, @DefaultValue("20000") int maxItems) {

	ReceiverProperties {
		Assert.isTrue(maxBody.toBytes() > 0 && maxBody.toBytes() <= 64L << 20,
				"console.receiver.max-body must be between 1B and 64MB");
		Assert.isTrue(maxItems > 0, "console.receiver.max-items must be above 0");
	}

}
