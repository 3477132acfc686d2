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

package io.sightline.metrics.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.sightline.metrics.ClientUriTag;
import io.sightline.metrics.http.ActiveRequests;
import io.sightline.metrics.http.ActiveRequestsFilter;
import io.sightline.metrics.http.ActiveRequestsWebFilter;
import io.sightline.metrics.http.NettyConnections;
import io.sightline.metrics.http.RememberedUriConvention;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.observation.ClientRequestObservationConvention;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;
import org.springframework.web.server.WebFilter;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of what the meters of HTTP lack: the
 * requests that are being answered, the connections of Netty, and URIs of clients without
 * ids and queries, at less cost for each call.
 */
@AutoConfiguration(after = CompositeMeterRegistryAutoConfiguration.class)
@ConditionalOnClass({ MeterRegistry.class, CompositeMeterRegistryAutoConfiguration.class })
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "metrics.enabled" }, matchIfMissing = true)
public final class HttpMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@Order(0)
	ClientUriTag sightlineClientUriTag() {
		return new ClientUriTag();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ DefaultClientRequestObservationConvention.class, ObservationProperties.class })
	@EnableConfigurationProperties(ObservationProperties.class)
	static class ClientConfiguration {

		@Bean
		@Fallback
		@ConditionalOnMissingBean(ClientRequestObservationConvention.class)
		RememberedUriConvention sightlineClientRequestObservationConvention(ObservationProperties properties) {
			return new RememberedUriConvention(properties.getHttp().getClient().getRequests().getName());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass({ Filter.class, FilterRegistrationBean.class })
	static class ServletConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ActiveRequests sightlineActiveRequests() {
			return new ActiveRequests();
		}

		@Bean
		@ConditionalOnMissingBean(name = "sightlineActiveRequestsFilter")
		FilterRegistrationBean<ActiveRequestsFilter> sightlineActiveRequestsFilter(ActiveRequests requests) {
			FilterRegistrationBean<ActiveRequestsFilter> registration = new FilterRegistrationBean<>(
					new ActiveRequestsFilter(requests));
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			registration.setDispatcherTypes(DispatcherType.REQUEST);
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
		ActiveRequests sightlineActiveRequests() {
			return new ActiveRequests();
		}

		@Bean
		@ConditionalOnMissingBean
		ActiveRequestsWebFilter sightlineActiveRequestsWebFilter(ActiveRequests requests) {
			return new ActiveRequestsWebFilter(requests);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	@ConditionalOnClass({ HttpServer.class, NettyServerCustomizer.class })
	static class NettyConfiguration {

		@Bean
		@ConditionalOnMissingBean
		NettyConnections sightlineNettyConnections() {
			return new NettyConnections();
		}

	}

}
