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

import java.util.HashMap;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.DynamicConverter;
import io.sightline.context.TraceIds;
import io.sightline.logging.CapturedEvent;

import org.springframework.boot.logging.CorrelationIdFormatter;

/**
 * The ids of the trace in the form that Boot gives them. Taken from the request where the
 * MDC has none any more: the server tells of an error after the request's span has ended.
 */
final class CorrelationConverter extends DynamicConverter<ILoggingEvent> {

	private CorrelationIdFormatter formatter = CorrelationIdFormatter.DEFAULT;

	@Override
	public void start() {
		this.formatter = CorrelationIdFormatter.of(getOptionList());
		super.start();
	}

	@Override
	public String convert(ILoggingEvent event) {
		TraceIds trace = CapturedEvent.of(event).trace();
		Map<String, String> ids = new HashMap<>(event.getMDCPropertyMap());
		if (trace != null) {
			ids.put("traceId", trace.traceId());
			ids.put("spanId", trace.spanId());
		}
		return this.formatter.format((name) -> ids.getOrDefault(name, ""));
	}

}
