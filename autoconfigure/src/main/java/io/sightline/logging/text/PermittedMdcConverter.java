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

import java.util.Map;
import java.util.StringJoiner;

import ch.qos.logback.classic.pattern.MDCConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.util.OptionHelper;
import io.sightline.logging.json.TextPolicy;

/**
 * The MDC as Logback's own converter writes it, as far as the policy lets its values
 * pass: what is secret by its key is not seen from the value alone.
 */
final class PermittedMdcConverter extends MDCConverter {

	private final TextPolicy policy;

	private String key = "";

	private String fallback = "";

	PermittedMdcConverter(TextPolicy policy) {
		this.policy = policy;
	}

	@Override
	public void start() {
		if (getFirstOption() != null) {
			String[] option = OptionHelper.extractDefaultReplacement(getFirstOption());
			this.key = option[0];
			this.fallback = (option[1] != null) ? option[1] : "";
		}
		super.start();
	}

	@Override
	public String convert(ILoggingEvent event) {
		Map<String, String> values = event.getMDCPropertyMap();
		if (values == null) {
			return this.fallback;
		}
		if (!this.key.isEmpty()) {
			String value = values.get(this.key);
			return (value != null) ? permitted(this.key, value) : this.fallback;
		}
		StringJoiner text = new StringJoiner(", ");
		values.forEach((key, value) -> text.add(key + '=' + permitted(key, value)));
		return text.toString();
	}

	private String permitted(String key, String value) {
		Object permitted = this.policy.value(key, value);
		return (permitted != null) ? permitted.toString() : "";
	}

}
