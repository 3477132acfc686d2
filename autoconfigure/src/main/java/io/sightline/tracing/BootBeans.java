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

import java.lang.reflect.Method;
import java.util.Arrays;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.propagation.Propagator;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * Tells whether a bean is the one that Boot makes: what goes past a bean may do so only
 * while it is known what it does.
 */
public final class BootBeans {

	private static final String BOOT = "org.springframework.boot.";

	private final ConfigurableListableBeanFactory beans;

	/**
	 * Creates a reader.
	 * @param beans the beans
	 */
	public BootBeans(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	/**
	 * Whether there is one bean of a type, and Boot made it.
	 * @param type the type of a bean that is there already
	 * @return {@code false} if it is the application's, or if nobody knows
	 */
	public boolean make(Class<?> type) {
		String[] names = this.beans.getBeanNamesForType(type, true, false);
		return names.length == 1 && this.beans.containsBeanDefinition(names[0])
				&& isBoots(this.beans.getMergedBeanDefinition(names[0]));
	}

	/**
	 * Whether spans are started and headers are written by the bridge to OpenTelemetry as
	 * Boot makes it, and by nothing around it.
	 * @param tracer the tracer in use
	 * @param propagator the propagator in use
	 * @return {@code false} if one is the application's, or a wrapper
	 */
	public boolean makeBridge(Tracer tracer, Propagator propagator) {
		return tracer.getClass() == OtelTracer.class && propagator.getClass() == OtelPropagator.class
				&& make(Tracer.class) && make(Propagator.class);
	}

	/**
	 * Whether there is no bean of a type but those that Boot made.
	 * @param type the type of beans that are there already
	 * @return {@code false} if one is the application's, or if nobody knows
	 */
	public boolean makeAll(Class<?> type) {
		return Arrays.stream(this.beans.getBeanNamesForType(type, true, false))
			.allMatch((name) -> this.beans.containsBeanDefinition(name)
					&& isBoots(this.beans.getMergedBeanDefinition(name)));
	}

	private static boolean isBoots(BeanDefinition definition) {
		Method method = (definition instanceof RootBeanDefinition root) ? root.getResolvedFactoryMethod() : null;
		return method != null && method.getDeclaringClass().getName().startsWith(BOOT);
	}

}
