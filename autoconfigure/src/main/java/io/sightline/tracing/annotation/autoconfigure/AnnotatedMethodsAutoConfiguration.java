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
package io.sightline.tracing.annotation.autoconfigure;

import java.util.Map;
import java.util.Objects;

import io.micrometer.core.annotation.Counted;
import io.micrometer.core.annotation.Timed;
import io.micrometer.core.aop.CountedAspect;
import io.micrometer.core.aop.TimedAspect;
import io.micrometer.observation.annotation.Observed;
import io.micrometer.observation.aop.ObservedAspect;
import io.micrometer.tracing.annotation.ContinueSpan;
import io.micrometer.tracing.annotation.NewSpan;
import io.micrometer.tracing.annotation.SpanAspect;
import io.sightline.tracing.annotation.AnnotatedMethodAdvisor;

import org.springframework.aop.aspectj.annotation.AnnotationAwareAspectJAutoProxyCreator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAspectsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that applies Boot's aspects for
 * {@code @Observed}, {@code @Timed}, {@code @Counted}, {@code @NewSpan} and
 * {@code @ContinueSpan} without AspectJ's matching. There are such aspects unless
 * {@code management.observations.annotations.enabled} is {@code false}.
 */
@AutoConfiguration(after = { ObservationAutoConfiguration.class, MetricsAspectsAutoConfiguration.class,
		MicrometerTracingAutoConfiguration.class })
@ConditionalOnClass({ AnnotationAwareAspectJAutoProxyCreator.class, ObservedAspect.class, TimedAspect.class,
		SpanAspect.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "tracing.enabled" }, matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "spring.aop.auto", matchIfMissing = true)
public final class AnnotatedMethodsAutoConfiguration {

	private static final String OBSERVED = "observedAspect";

	private static final String TIMED = "timedAspect";

	private static final String COUNTED = "countedAspect";

	private static final String SPAN = "spanAspect";

	private static final Map<String, String> ASPECTS = Map.of("sightlineObservedMethods", OBSERVED,
			"sightlineTimedMethods", TIMED, "sightlineCountedMethods", COUNTED, "sightlineNewSpanMethods", SPAN,
			"sightlineContinuedSpanMethods", SPAN);

	@Bean
	static AppliedAspects sightlineAppliedAspects() {
		return new AppliedAspects(ASPECTS);
	}

	@Bean
	@ConditionalOnBootAspect(OBSERVED)
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static AnnotatedMethodAdvisor<Observed> sightlineObservedMethods(ObjectProvider<ObservedAspect> aspect) {
		return new AnnotatedMethodAdvisor<>(Observed.class,
				(call, annotation) -> aspect.getObject().observeMethod(call),
				(call, annotation) -> aspect.getObject().observeClass(call));
	}

	@Bean
	@ConditionalOnBootAspect(TIMED)
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static AnnotatedMethodAdvisor<Timed> sightlineTimedMethods(ObjectProvider<TimedAspect> aspect) {
		return new AnnotatedMethodAdvisor<>(Timed.class, (call, annotation) -> aspect.getObject().timedMethod(call),
				(call, annotation) -> aspect.getObject().timedClass(call));
	}

	@Bean
	@ConditionalOnBootAspect(COUNTED)
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static AnnotatedMethodAdvisor<Counted> sightlineCountedMethods(ObjectProvider<CountedAspect> aspect) {
		return new AnnotatedMethodAdvisor<>(Counted.class,
				(call, annotation) -> aspect.getObject()
					.interceptAndRecord(call, Objects.requireNonNull(annotation, "annotation")),
				(call, annotation) -> aspect.getObject().countedClass(call));
	}

	@Bean
	@ConditionalOnBootAspect(SPAN)
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static AnnotatedMethodAdvisor<NewSpan> sightlineNewSpanMethods(ObjectProvider<SpanAspect> aspect) {
		return new AnnotatedMethodAdvisor<>(NewSpan.class, (call, annotation) -> aspect.getObject().newSpanMethod(call),
				null);
	}

	@Bean
	@ConditionalOnBootAspect(SPAN)
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static AnnotatedMethodAdvisor<ContinueSpan> sightlineContinuedSpanMethods(ObjectProvider<SpanAspect> aspect) {
		return new AnnotatedMethodAdvisor<>(ContinueSpan.class,
				(call, annotation) -> aspect.getObject().continueSpanMethod(call), null);
	}

}
