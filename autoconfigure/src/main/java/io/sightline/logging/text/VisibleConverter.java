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

import java.util.List;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.pattern.DynamicConverter;
import io.sightline.logging.json.TextPolicy;

/**
 * Shows what another converter makes of an event, as the policy permits and on one line.
 */
final class VisibleConverter extends ClassicConverter {

	private final DynamicConverter<ILoggingEvent> converter;

	private final TextPolicy policy;

	private final int limit;

	VisibleConverter(DynamicConverter<ILoggingEvent> converter, TextPolicy policy, int limit) {
		this.converter = converter;
		this.policy = policy;
		this.limit = limit;
	}

	@Override
	public void setOptionList(List<String> options) {
		super.setOptionList(options);
		this.converter.setOptionList(options);
	}

	@Override
	public void setContext(Context context) {
		super.setContext(context);
		this.converter.setContext(context);
	}

	@Override
	public void start() {
		this.converter.start();
		super.start();
	}

	@Override
	public void stop() {
		super.stop();
		this.converter.stop();
	}

	@Override
	public String convert(ILoggingEvent event) {
		try {
			return VisibleText
				.line(VisibleText.cut(this.policy.text(String.valueOf(this.converter.convert(event))), this.limit));
		}
		catch (RuntimeException | StackOverflowError ex) {
			return "[cannot be written: " + ex.getClass().getName() + "]";
		}
	}

}
