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
import java.util.function.Supplier;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.KeyValuePairConverter;
import ch.qos.logback.classic.pattern.MDCConverter;
import ch.qos.logback.classic.pattern.ThreadConverter;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.pattern.DynamicConverter;
import io.sightline.logging.json.TextPolicy;

/**
 * Puts safe converters under the words that patterns use already, Boot's and users' own:
 * no pattern has to change.
 */
public final class TextConverters {

	private static final String[] STACK_TRACES = { "wEx", "wex", "ex", "exception", "throwable", "xEx", "xException",
			"xThrowable" };

	private static final int MAX_STACK_TRACE = 16 * 1024;

	private TextConverters() {
	}

	/**
	 * Registers the converters for the patterns that are parsed from now on. A reset of
	 * the context takes them away.
	 * @param context the logging context
	 * @param policy what of the application's words may be written
	 * @param maxMessageLength the longest message, in characters
	 */
	@SuppressWarnings("unchecked")
	public static void register(LoggerContext context, TextPolicy policy, int maxMessageLength) {
		Object present = context.getObject(CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS);
		Map<String, Supplier<DynamicConverter<?>>> registry = (present instanceof Map)
				? (Map<String, Supplier<DynamicConverter<?>>>) present : new HashMap<>();
		for (String word : new String[] { "m", "msg", "message" }) {
			registry.put(word, () -> new VisibleConverter(new BoundedMessageConverter(maxMessageLength), policy));
		}
		for (String word : new String[] { "X", "mdc" }) {
			registry.put(word, () -> new VisibleConverter(new MDCConverter(), policy));
		}
		for (String word : new String[] { "t", "thread" }) {
			registry.put(word, () -> new VisibleConverter(new ThreadConverter(), TextPolicy.NONE));
		}
		registry.put("kvp", () -> new VisibleConverter(new KeyValuePairConverter(), policy));
		for (String word : STACK_TRACES) {
			registry.put(word, () -> new VisibleThrowableConverter(policy, MAX_STACK_TRACE));
		}
		context.putObject(CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS, registry);
	}

}
