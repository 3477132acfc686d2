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

	private static final int MAX_TEXT = 32 * 1024;

	/**
	 * What is rendered beyond a limit before the policy is asked, so that a secret at the
	 * cut is still seen whole.
	 */
	static final int MARGIN = 4 * 1024;

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
			registry.put(word, () -> message(policy, maxMessageLength));
		}
		for (String word : new String[] { "X", "mdc" }) {
			registry.put(word,
					() -> new VisibleConverter(new PermittedMdcConverter(policy), TextPolicy.NONE, MAX_TEXT));
		}
		for (String word : new String[] { "t", "thread" }) {
			registry.put(word, () -> new VisibleConverter(new ThreadConverter(), TextPolicy.NONE, MAX_TEXT));
		}
		registry.put("correlationId",
				() -> new VisibleConverter(new CorrelationConverter(), TextPolicy.NONE, MAX_TEXT));
		registry.put("kvp", () -> new VisibleConverter(new KeyValuePairConverter(), policy, MAX_TEXT));
		for (String word : STACK_TRACES) {
			registry.put(word, () -> new VisibleThrowableConverter(policy, MAX_STACK_TRACE));
		}
		context.putObject(CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS, registry);
	}

	private static DynamicConverter<?> message(TextPolicy policy, int maxLength) {
		return new VisibleConverter(new BoundedMessageConverter(maxLength + MARGIN), policy, maxLength);
	}

}
