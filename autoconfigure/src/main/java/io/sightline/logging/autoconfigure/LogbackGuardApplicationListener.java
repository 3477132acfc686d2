package io.sightline.logging.autoconfigure;

import ch.qos.logback.classic.LoggerContext;
import io.sightline.logging.json.TextPolicy;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Installs the {@link LogbackGuard} right before Boot sets up logging, so that the
 * patterns that Boot parses are guarded already.
 */
final class LogbackGuardApplicationListener
		implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER - 1;
	}

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		if (ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext", getClass().getClassLoader())) {
			Logback.install(event.getEnvironment());
		}
	}

	private static boolean isOn(Environment environment, String key) {
		return environment.getProperty(key, Boolean.class, true);
	}

	private static final class Logback {

		static void install(Environment environment) {
			ILoggerFactory factory = LoggerFactory.getILoggerFactory();
			if (!(factory instanceof LoggerContext context)) {
				return;
			}
			if (isOn(environment, "sightline.enabled") && isOn(environment, "sightline.logging.enabled")) {
				LoggingProperties properties = Binder.get(environment)
					.bindOrCreate("sightline.logging", LoggingProperties.class);
				LogbackGuard.install(context, TextPolicy.NONE, (int) properties.maxMessageSize().toBytes());
			}
			else {
				LogbackGuard.uninstall(context);
			}
		}

	}

}
