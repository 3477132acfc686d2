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

package io.sightline.metrics.business;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import io.micrometer.common.annotation.ValueResolver;
import org.aopalliance.aop.Advice;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.Pointcut;
import org.springframework.aop.support.AbstractPointcutAdvisor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Counts the calls of methods with {@link CountedBusinessEvent}. An annotation that is
 * wrong fails the bean that has it.
 */
public final class CountedEventAdvisor extends AbstractPointcutAdvisor {

	private final transient Map<Method, CountedEvent> events = new ConcurrentHashMap<>();

	private final transient Supplier<BusinessMeters> meters;

	private final transient Advice advice;

	/**
	 * Creates an advisor.
	 * @param meters which meters there are
	 * @param metrics where to count
	 * @param resolvers finds what turns a value into text
	 */
	public CountedEventAdvisor(Supplier<BusinessMeters> meters, Supplier<BusinessMetrics> metrics,
			Function<Class<? extends ValueResolver>, ValueResolver> resolvers) {
		this.meters = meters;
		this.advice = new Counting(metrics, resolvers);
	}

	@Override
	public Pointcut getPointcut() {
		return new StaticMethodMatcherPointcut() {

			@Override
			public boolean matches(Method method, Class<?> targetClass) {
				return event(method, targetClass) != null;
			}

		};
	}

	@Override
	public Advice getAdvice() {
		return this.advice;
	}

	private @Nullable CountedEvent event(Method method, Class<?> targetClass) {
		Method specific = AopUtils.getMostSpecificMethod(method, targetClass);
		CountedBusinessEvent annotation = AnnotatedElementUtils.findMergedAnnotation(specific,
				CountedBusinessEvent.class);
		if (annotation == null) {
			return null;
		}
		return this.events.computeIfAbsent(specific, (key) -> {
			CountedEvent event = new CountedEvent(key, annotation);
			event.check(this.meters.get());
			return event;
		});
	}

	private final class Counting implements MethodInterceptor {

		private final Log logger = LogFactory.getLog(CountedEventAdvisor.class);

		private final Supplier<BusinessMetrics> metrics;

		private final Function<Class<? extends ValueResolver>, ValueResolver> resolvers;

		private Counting(Supplier<BusinessMetrics> metrics,
				Function<Class<? extends ValueResolver>, ValueResolver> resolvers) {
			this.metrics = metrics;
			this.resolvers = resolvers;
		}

		@Override
		public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
			Object result = invocation.proceed();
			try {
				count(invocation, result);
			}
			catch (RuntimeException ex) {
				this.logger.debug("An event is not counted", ex);
			}
			return result;
		}

		private void count(MethodInvocation invocation, @Nullable Object result) {
			Object target = invocation.getThis();
			Method method = invocation.getMethod();
			CountedEvent event = event(method, (target != null) ? target.getClass() : method.getDeclaringClass());
			if (event != null) {
				this.metrics.get()
					.counter(event.meter())
					.increment(event.tags(invocation.getArguments(), result, this.resolvers));
			}
		}

	}

}
