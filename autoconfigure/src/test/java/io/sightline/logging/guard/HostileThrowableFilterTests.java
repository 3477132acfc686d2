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

package io.sightline.logging.guard;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HostileThrowableFilter}.
 */
class HostileThrowableFilterTests {

	private final LoggerContext context = new LoggerContext();

	private final Logger logger = this.context.getLogger("shop");

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	@BeforeEach
	void install() {
		HostileThrowableFilter.install(this.context);
		HostileThrowableFilter.install(this.context);
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	static List<Throwable> hostile() {
		Throwable deep = new IllegalStateException("root");
		for (int i = 0; i < 10_000; i++) {
			deep = new IllegalStateException("level " + i, deep);
		}
		Throwable wide = new IllegalStateException("wide");
		Throwable small = new ArithmeticException("small");
		for (int i = 0; i < 100_000; i++) {
			wide.addSuppressed(small);
		}
		Throwable cycle = new IllegalStateException("cycle");
		cycle.initCause(new IllegalArgumentException("inner", cycle));
		Throwable suppressedCycle = new IllegalStateException("cycle");
		Throwable other = new IllegalStateException("other");
		other.addSuppressed(suppressedCycle);
		suppressedCycle.addSuppressed(other);
		return List.of(deep, wide, cycle, suppressedCycle, new ThrowingMessage(), new NullTrace(), new ThrowingCause(),
				new ThrowingTrace());
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void appendsOneEventForEveryWayOfLogging(Throwable error) {
		this.logger.error("explicit", error);
		this.logger.error("last of {}", "two", error);
		this.logger.atError().addKeyValue("key", "value").setCause(error).log("built {}", 1);
		assertThat(this.appender.list).extracting(ILoggingEvent::getFormattedMessage)
			.containsExactly("explicit", "last of two", "built 1");
		assertThat(this.appender.list).allSatisfy(
				(event) -> assertThat(event.getThrowableProxy().getClassName()).isEqualTo(error.getClass().getName()));
		assertThat(this.appender.list.get(2).getKeyValuePairs()).hasSize(1);
	}

	@Test
	void leavesBenignThrowablesToLogback() {
		this.logger.error("benign", new IllegalStateException("outer", new ArithmeticException("inner")));
		assertThat(this.appender.list).singleElement()
			.satisfies((event) -> assertThat(event.getThrowableProxy()).isInstanceOf(ThrowableProxy.class));
	}

	@Test
	void appendsNothingBelowLevel() {
		this.logger.setLevel(Level.ERROR);
		this.logger.warn("hidden", new ThrowingMessage());
		assertThat(this.appender.list).isEmpty();
	}

	@Test
	void tellsThatMessageFailed() {
		GuardedThrowable guarded = GuardedThrowable.of(new ThrowingMessage());
		assertThat(guarded.getMessage()).isEqualTo("[getMessage() threw java.lang.IllegalStateException]");
	}

	@Test
	void boundsWhatItKeeps() {
		List<Integer> depths = new ArrayList<>();
		for (Throwable error : hostile()) {
			int depth = 0;
			for (var one = GuardedThrowable.of(error).getCause(); one != null; one = one.getCause()) {
				depth++;
			}
			depths.add(depth);
		}
		assertThat(depths).allMatch((depth) -> depth <= 20);
	}

	private static final class ThrowingMessage extends RuntimeException {

		private static final long serialVersionUID = 1L;

		@Override
		public String getMessage() {
			throw new IllegalStateException("hostile");
		}

	}

	private static final class NullTrace extends RuntimeException {

		private static final long serialVersionUID = 1L;

		@Override
		@SuppressWarnings("NullAway") // Hostile.
		public StackTraceElement[] getStackTrace() {
			return null;
		}

	}

	private static final class ThrowingTrace extends RuntimeException {

		private static final long serialVersionUID = 1L;

		@Override
		public StackTraceElement[] getStackTrace() {
			throw new IllegalStateException("hostile");
		}

	}

	private static final class ThrowingCause extends RuntimeException {

		private static final long serialVersionUID = 1L;

		@Override
		public synchronized Throwable getCause() {
			throw new IllegalStateException("hostile");
		}

	}

}
