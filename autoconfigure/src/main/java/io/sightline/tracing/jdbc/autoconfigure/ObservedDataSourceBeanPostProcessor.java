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

package io.sightline.tracing.jdbc.autoconfigure;

import java.lang.reflect.Modifier;
import java.sql.Connection;

import javax.sql.DataSource;
import javax.sql.XADataSource;

import io.sightline.tracing.jdbc.JdbcObservations;
import io.sightline.tracing.jdbc.ObservedDataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.util.ClassUtils;

/**
 * Has the statements of every {@link DataSource} observed: inside of a Hikari pool, which
 * costs nothing when a connection is borrowed and leaves the bean what it is, or around
 * any other data source, by a proxy of its type.
 */
final class ObservedDataSourceBeanPostProcessor implements BeanPostProcessor, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(ObservedDataSourceBeanPostProcessor.class);

	private static final boolean HIKARI = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			ObservedDataSourceBeanPostProcessor.class.getClassLoader());

	/**
	 * Inside of Boot's lazy proxy, which comes at 0.
	 */
	private static final int ORDER = -100;

	private final ObjectProvider<JdbcObservations> observations;

	ObservedDataSourceBeanPostProcessor(ObjectProvider<JdbcObservations> observations) {
		this.observations = observations;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!(bean instanceof DataSource dataSource) || bean instanceof XADataSource) {
			return bean;
		}
		try {
			return observe(dataSource);
		}
		catch (RuntimeException ex) {
			logger.warn("Statements of data source '{}' cannot be observed", beanName, ex);
			return bean;
		}
	}

	private DataSource observe(DataSource dataSource) {
		if (dataSource instanceof DelegatingDataSource delegating) {
			DataSource target = delegating.getTargetDataSource();
			if (target != null) {
				delegating.setTargetDataSource(observe(target));
			}
			return dataSource;
		}
		if (dataSource instanceof ObservedDataSource || HIKARI && HikariPools.observe(dataSource, this.observations)) {
			return dataSource;
		}
		return proxy(dataSource, this.observations.getObject());
	}

	private static DataSource proxy(DataSource dataSource, JdbcObservations observations) {
		ProxyFactory factory = new ProxyFactory(dataSource);
		int modifiers = dataSource.getClass().getModifiers();
		factory.setProxyTargetClass(!Modifier.isFinal(modifiers) && !Modifier.isPrivate(modifiers));
		factory.addAdvice((MethodInterceptor) (invocation) -> {
			Object result = invocation.proceed();
			return (result instanceof Connection connection) ? observations.observe(connection) : result;
		});
		return (DataSource) factory.getProxy(dataSource.getClass().getClassLoader());
	}

}
