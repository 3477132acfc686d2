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

package io.sightline.noise.autoconfigure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.sightline.noise.StaticResources;
import io.sightline.noise.StaticResources.Place;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Finds the handlers of static resources when all beans are there.
 */
final class StaticResourceConfigurations {

	private StaticResourceConfigurations() {
	}

	static boolean exists(List<Resource> locations, String path) {
		for (Resource location : locations) {
			try {
				if (location.createRelative(path).isReadable()) {
					return true;
				}
			}
			catch (IOException ex) {
				// Not there.
			}
		}
		return false;
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "sightline.noise.static-resources", matchIfMissing = true)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass({ DispatcherServlet.class, ResourceHttpRequestHandler.class })
	static class Servlet {

		@Bean
		@ConditionalOnMissingBean
		StaticResources staticResources() {
			return new StaticResources();
		}

		@Bean
		SmartInitializingSingleton sightlineStaticResourceCollector(StaticResources resources, Environment environment,
				ObjectProvider<org.springframework.web.servlet.HandlerMapping> mappings) {
			String servlet = environment.getProperty("spring.mvc.servlet.path", "");
			String root = NoiseAutoConfiguration.contextPath(environment) + ("/".equals(servlet) ? "" : servlet);
			return () -> resources.use(root, places(mappings));
		}

		private static List<Place> places(ObjectProvider<org.springframework.web.servlet.HandlerMapping> mappings) {
			List<Place> places = new ArrayList<>();
			mappings.stream()
				.filter(org.springframework.web.servlet.handler.AbstractUrlHandlerMapping.class::isInstance)
				.map(org.springframework.web.servlet.handler.AbstractUrlHandlerMapping.class::cast)
				.forEach((mapping) -> mapping.getHandlerMap().forEach((pattern, handler) -> {
					if (handler instanceof ResourceHttpRequestHandler files) {
						places.add(new Place(pattern, (path) -> exists(files.getLocations(), path)));
					}
				}));
			return places;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "sightline.noise.static-resources", matchIfMissing = true)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	@ConditionalOnClass({ ResourceWebHandler.class, Mono.class })
	static class Reactive {

		@Bean
		@ConditionalOnMissingBean
		StaticResources staticResources() {
			return new StaticResources();
		}

		@Bean
		SmartInitializingSingleton sightlineReactiveStaticResourceCollector(StaticResources resources,
				Environment environment, ObjectProvider<org.springframework.web.reactive.HandlerMapping> mappings) {
			String root = NoiseAutoConfiguration.contextPath(environment);
			return () -> resources.use(root, places(mappings));
		}

		private static List<Place> places(ObjectProvider<org.springframework.web.reactive.HandlerMapping> mappings) {
			List<Place> places = new ArrayList<>();
			mappings.stream()
				.filter(org.springframework.web.reactive.handler.AbstractUrlHandlerMapping.class::isInstance)
				.map(org.springframework.web.reactive.handler.AbstractUrlHandlerMapping.class::cast)
				.forEach((mapping) -> mapping.getHandlerMap().forEach((pattern, handler) -> {
					if (handler instanceof ResourceWebHandler files) {
						places.add(new Place(pattern.getPatternString(), (path) -> exists(files.getLocations(), path)));
					}
				}));
			return places;
		}

	}

}
