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
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.sightline.context.TraceIds;
import io.sightline.noise.NoisePolicy;
import io.sightline.noise.autoconfigure.NoiseAutoConfiguration;
import io.sightline.request.RequestLog;
import io.sightline.request.reactive.PrincipalWebFilter;
import io.sightline.request.reactive.RequestContextWebFilter;
import io.sightline.request.reactive.RequestContexts;
import io.sightline.request.reactive.RequestHttpHandler;
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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.util.ClassUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that correlates reactive requests.
 * Backs off for a {@link RequestContextWebFilter} of the application's own.
 */
@AutoConfiguration(after = NoiseAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({ WebFilter.class, Mono.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "request.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(RequestProperties.class)
public final class ReactiveRequestAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	RequestContextWebFilter sightlineRequestContextWebFilter(RequestContexts contexts) {
		boolean tracing = ClassUtils.isPresent("io.micrometer.tracing.Tracer", getClass().getClassLoader());
		return new RequestContextWebFilter(contexts, tracing ? new ServerSpan() : (exchange) -> null);
	}

	@Bean
	@ConditionalOnMissingBean
	RequestContexts sightlineRequestContexts(ObjectProvider<NoisePolicy> noise, RequestProperties properties,
			Environment environment) {
		return new RequestContexts(noise.getIfAvailable(() -> NoisePolicy.of(List.of())),
				properties.callerDetails(environment));
	}

	@Bean
	@ConditionalOnBean(RequestLog.class)
	@Order(Ordered.HIGHEST_PRECEDENCE)
	HttpHandlerDecoratorFactory sightlineRequestHttpHandler(RequestContexts contexts, RequestLog log) {
		return (handler) -> new RequestHttpHandler(handler, contexts, log);
	}

	@Bean
	@ConditionalOnBooleanProperty("sightline.request.user-id.enabled")
	@ConditionalOnMissingBean
	@Order(Ordered.LOWEST_PRECEDENCE)
	PrincipalWebFilter sightlinePrincipalWebFilter() {
		return new PrincipalWebFilter();
	}

	/**
	 * Keeps Micrometer Tracing, which is optional, out of the outer class.
	 */
	private static final class ServerSpan implements RequestContextWebFilter.TraceIdResolver {

		@Override
		public @Nullable String resolve(ServerWebExchange exchange) {
			TraceContext span = span(exchange);
			return (span != null) ? span.traceId() : null;
		}

		@Override
		public @Nullable TraceIds trace(ServerWebExchange exchange) {
			TraceContext span = span(exchange);
			return (span != null) ? SpanIds.of(span) : null;
		}

		private static @Nullable TraceContext span(ServerWebExchange exchange) {
			return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
				.map((observation) -> observation.<TracingContext>get(TracingContext.class))
				.map(TracingContext::getSpan)
				.map(Span::context)
				.orElse(null);
		}

	}

}
