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

package io.sightline.tracing.sampling.autoconfigure;

import java.net.http.HttpResponse;
import java.util.function.Predicate;

import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.sightline.tracing.propagation.RecipientPolicy;
import io.sightline.tracing.sampling.TailBuffer;
import io.sightline.tracing.sampling.TraceResponse;
import io.sightline.tracing.sampling.client.TraceResponseHandler;
import io.sightline.tracing.sampling.reactive.TraceResponseWebFilter;
import io.sightline.tracing.sampling.servlet.TraceResponseFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.server.WebFilter;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that tells callers which traces are
 * kept, and believes services that are called.
 */
@AutoConfiguration(after = { SamplingAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class },
		before = ObservationAutoConfiguration.class)
@ConditionalOnClass({ OtelTracer.class, SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@ConditionalOnBooleanProperty(prefix = "sightline",
		name = { "enabled", "tracing.enabled", "tracing.sampling.enabled", "tracing.sampling.trace-response.enabled" },
		matchIfMissing = true)
@ConditionalOnBean(SdkTracerProvider.class)
public final class TraceResponseAutoConfiguration {

	/**
	 * Behind Boot's observation filter and what tells the trace id.
	 */
	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 3;

	@Bean
	@ConditionalOnMissingBean
	TraceResponse traceResponse(ObjectProvider<TailBuffer> tail) {
		return new TraceResponse(tail.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean(name = "sightlineJdkTraceResponseHandler")
	TraceResponseHandler<?> sightlineJdkTraceResponseHandler(TraceResponse traceResponse,
			ObjectProvider<RecipientPolicy> recipients) {
		return new TraceResponseHandler<>(traceResponse, believed(recipients), HttpResponse.class,
				(response) -> response.headers().firstValue(TraceResponse.HEADER).orElse(null));
	}

	/**
	 * Who is told a trace is believed about it.
	 */
	private static Predicate<@Nullable Object> believed(ObjectProvider<RecipientPolicy> recipients) {
		RecipientPolicy policy = recipients.getIfAvailable();
		return (policy != null) ? policy::allows : (carrier) -> true;
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass({ Filter.class, FilterRegistrationBean.class })
	static class ServletConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "sightlineTraceResponseFilter")
		FilterRegistrationBean<TraceResponseFilter> sightlineTraceResponseFilter(TraceResponse traceResponse) {
			FilterRegistrationBean<TraceResponseFilter> registration = new FilterRegistrationBean<>(
					new TraceResponseFilter(traceResponse));
			registration.setOrder(ORDER);
			registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
			registration.setAsyncSupported(true);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	@ConditionalOnClass({ WebFilter.class, Mono.class })
	static class ReactiveConfiguration {

		@Bean
		@ConditionalOnMissingBean
		@Order(ORDER)
		TraceResponseWebFilter sightlineTraceResponseWebFilter(TraceResponse traceResponse) {
			return new TraceResponseWebFilter(traceResponse);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ClientHttpResponse.class)
	static class ClientConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "sightlineTraceResponseHandler")
		TraceResponseHandler<ClientHttpResponse> sightlineTraceResponseHandler(TraceResponse traceResponse,
				ObjectProvider<RecipientPolicy> recipients) {
			return new TraceResponseHandler<>(traceResponse, believed(recipients), ClientHttpResponse.class,
					(response) -> response.getHeaders().getFirst(TraceResponse.HEADER));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ClientResponse.class, Mono.class })
	static class ReactiveClientConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "sightlineReactiveTraceResponseHandler")
		TraceResponseHandler<ClientResponse> sightlineReactiveTraceResponseHandler(TraceResponse traceResponse,
				ObjectProvider<RecipientPolicy> recipients) {
			return new TraceResponseHandler<>(traceResponse, believed(recipients), ClientResponse.class,
					(response) -> response.headers().asHttpHeaders().getFirst(TraceResponse.HEADER));
		}

	}

}
