package io.sightline.logging.autoconfigure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/**
 * Starts, logs what is hostile, and ends.
 */
public final class LoudApplication {

	private LoudApplication() {
	}

	/**
	 * Runs the application.
	 * @param args its properties
	 */
	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(Object.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.run(args).close();
		Logger logger = LoggerFactory.getLogger("shop");
		logger.info("forged\r\n\u001b[31m2026-01-01 ERROR \u2028 line {}", new Recursive());
		logger.error("hostile", new Hostile());
		logger.error("benign", new IllegalStateException("first\nsecond", new ArithmeticException("root")));
	}

	private static final class Recursive {

		@Override
		public String toString() {
			return "a" + this;
		}

	}

	private static final class Hostile extends RuntimeException {

		private static final long serialVersionUID = 1L;

		@Override
		public String getMessage() {
			throw new IllegalStateException("hostile");
		}

	}

}
