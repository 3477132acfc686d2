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

package io.sightline.tracing;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationRegistry.ObservationConfig;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.TracingObservationHandler;
import org.junit.jupiter.api.Test;

import org.springframework.boot.micrometer.observation.autoconfigure.ObservationHandlerGroup;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FirstOfClassGroup} and {@link FirstOfClassHandler}.
 */
class FirstOfClassGroupTests {

	private final ObservationRegistry registry = ObservationRegistry.create();

	private final List<ObservationHandler<?>> left = new ArrayList<>();

	private final Recording queries = new Recording(Query.class);

	private final Recording others = new Recording(Observation.Context.class);

	@Test
	void tellsAllToFirstThatSupportsClass() {
		register(this.queries, this.others);
		Observation observation = Observation.start("query", Query::new, this.registry);
		try (Observation.Scope scope = observation.openScope()) {
			observation.event(Observation.Event.of("found"));
			observation.error(new IllegalStateException("lost"));
		}
		observation.stop();
		assertThat(this.queries.told).containsExactly("start", "open", "event", "error", "close", "stop");
		assertThat(this.others.told).isEmpty();
	}

	@Test
	void asksOnceForClass() {
		register(this.queries, this.others);
		observe(new Query());
		observe(new Observation.Context());
		observe(new Query());
		observe(new Observation.Context());
		assertThat(this.queries.asked).isEqualTo(2);
		assertThat(this.others.asked).isEqualTo(1);
		assertThat(this.others.told).hasSize(8);
	}

	@Test
	void isNotThereForClassThatNoneSupports() {
		register(this.queries);
		observe(new Observation.Context());
		assertThat(this.queries.told).isEmpty();
		assertThat(new FirstOfClassHandler(List.of(this.queries)).supportsContext(new Observation.Context())).isFalse();
	}

	@Test
	void resetsScopes() {
		FirstOfClassHandler handler = new FirstOfClassHandler(List.of(this.queries));
		handler.onScopeReset(new Query());
		assertThat(this.queries.told).containsExactly("reset");
		assertThat(handler.getHandlers()).hasSize(1);
	}

	@Test
	void takesMicrometers() {
		register(new DefaultTracingObservationHandler(Tracer.NOOP));
		assertThat(this.left).isEmpty();
	}

	@Test
	void leavesGroupToBootThatHasHandlerOfApplication() {
		register(this.others, ofApplication());
		assertThat(this.left).hasSize(2);
	}

	/**
	 * A handler of a class that is neither Micrometer's nor ours.
	 */
	private static ObservationHandler<?> ofApplication() {
		return (ObservationHandler<?>) Proxy.newProxyInstance(TracingObservationHandler.class.getClassLoader(),
				new Class<?>[] { TracingObservationHandler.class }, (proxy, method, arguments) -> null);
	}

	private void register(ObservationHandler<?>... handlers) {
		new FirstOfClassGroup(new Boots()).registerMembers(this.registry.observationConfig(), List.of(handlers));
	}

	private void observe(Observation.Context context) {
		Observation.start("work", () -> context, this.registry).openScope().close();
		Observation.createNotStarted("work", () -> context, this.registry).stop();
	}

	private static final class Query extends Observation.Context {

	}

	/**
	 * Supports a class as Micrometer's do, and counts how often it is asked.
	 */
	private static final class Recording implements TracingObservationHandler<Observation.Context> {

		private final Class<?> type;

		private final List<String> told = new ArrayList<>();

		private int asked;

		Recording(Class<?> type) {
			this.type = type;
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			this.asked++;
			return this.type.isInstance(context);
		}

		@Override
		public void onStart(Observation.Context context) {
			this.told.add("start");
		}

		@Override
		public void onError(Observation.Context context) {
			this.told.add("error");
		}

		@Override
		public void onEvent(Observation.Event event, Observation.Context context) {
			this.told.add("event");
		}

		@Override
		public void onScopeOpened(Observation.Context context) {
			this.told.add("open");
		}

		@Override
		public void onScopeClosed(Observation.Context context) {
			this.told.add("close");
		}

		@Override
		@Deprecated
		public void onScopeReset(Observation.Context context) {
			this.told.add("reset");
		}

		@Override
		public void onStop(Observation.Context context) {
			this.told.add("stop");
		}

		@Override
		public Tracer getTracer() {
			return Tracer.NOOP;
		}

	}

	/**
	 * Stands for Boot's, which is not public.
	 */
	private final class Boots implements ObservationHandlerGroup {

		@Override
		public void registerMembers(ObservationConfig config, List<ObservationHandler<?>> members) {
			FirstOfClassGroupTests.this.left.addAll(members);
		}

		@Override
		public Class<?> handlerType() {
			return TracingObservationHandler.class;
		}

	}

}
