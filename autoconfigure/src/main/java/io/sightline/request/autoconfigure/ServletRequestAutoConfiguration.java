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

package io.sightline.request.autoconfigure;

import java.util.List;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.sightline.context.TraceIds;
import io.sightline.noise.NoisePolicy;
import io.sightline.noise.autoconfigure.NoiseAutoConfiguration;
import io.sightline.request.RequestLog;
import io.sightline.request.servlet.RequestContextFilter;
import io.sightline.request.servlet.RequestContextValve;
import io.sightline.request.servlet.RequestContexts;
import io.sightline.request.servlet.RouteInterceptor;
import io.sightline.request.servlet.TraceIdFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.apache.catalina.Valve;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that correlates servlet requests. To
 * replace a filter, define a {@link FilterRegistrationBean} under the name of its bean.
 */
@AutoConfiguration(after = { NoiseAutoConfiguration.class, MicrometerTracingAutoConfiguration.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ Filter.class, OncePerRequestFilter.class, FilterRegistrationBean.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "request.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(RequestProperties.class)
public final class ServletRequestAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "sightlineRequestContextFilter")
	FilterRegistrationBean<RequestContextFilter> sightlineRequestContextFilter(RequestContexts contexts,
			ObjectProvider<RequestLog> log) {
		return register(new RequestContextFilter(contexts, log.getIfAvailable(() -> RequestLog.NONE)),
				Ordered.HIGHEST_PRECEDENCE);
	}

	@Bean
	@ConditionalOnMissingBean
	RequestContexts sightlineRequestContexts(ObjectProvider<NoisePolicy> noise, RequestProperties properties,
			Environment environment) {
		return new RequestContexts(noise.getIfAvailable(() -> NoisePolicy.of(List.of())),
				properties.callerDetails(environment));
	}

	private static <T extends Filter> FilterRegistrationBean<T> register(T filter, int order) {
		FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(order);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		registration.setAsyncSupported(true);
		return registration;
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Tracer.class)
	@ConditionalOnBean(Tracer.class)
	static class TraceIdConfiguration {

		/**
		 * Right behind Boot's observation filter.
		 */
		private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 2;

		@Bean
		@ConditionalOnMissingBean(name = "sightlineTraceIdFilter")
		FilterRegistrationBean<TraceIdFilter> sightlineTraceIdFilter(Tracer tracer) {
			return register(new TraceIdFilter(() -> current(tracer)), ORDER);
		}

		private static @Nullable TraceIds current(Tracer tracer) {
			Span span = tracer.currentSpan();
			return (span != null) ? SpanIds.of(span.context()) : null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebMvcConfigurer.class)
	static class RouteConfiguration {

		@Bean
		WebMvcConfigurer sightlineRouteConfigurer(RequestProperties properties) {
			boolean noteUser = properties.isPrincipalNoted();
			return new WebMvcConfigurer() {

				@Override
				public void addInterceptors(InterceptorRegistry registry) {
					registry.addInterceptor(new RouteInterceptor(noteUser)).order(Ordered.HIGHEST_PRECEDENCE);
				}

			};
		}

	}

	/**
	 * Embedded Tomcat reports errors that nothing handled when the filters have returned;
	 * this valve keeps the request known to the thread until then.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Valve.class, ConfigurableTomcatWebServerFactory.class })
	static class TomcatConfiguration {

		@Bean
		WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> sightlineTomcatCustomizer(
				RequestContexts contexts, ObjectProvider<RequestLog> log) {
			return (factory) -> factory
				.addEngineValves(new RequestContextValve(contexts, log.getIfAvailable(() -> RequestLog.NONE)));
		}

	}

}
