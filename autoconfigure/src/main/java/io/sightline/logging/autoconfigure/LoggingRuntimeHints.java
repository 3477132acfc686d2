package io.sightline.logging.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/**
 * What a native image cannot see: the formatter is named by a property, and the appenders
 * by the application's own configuration.
 */
final class LoggingRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		if (ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext", classLoader)) {
			hints.reflection()
				.registerType(SightlineLogFormatter.class, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
			hints.resources().registerPattern("io/sightline/logging/*.xml");
		}
	}

}
