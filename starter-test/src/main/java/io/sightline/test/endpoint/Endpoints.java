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

package io.sightline.test.endpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.ClassUtils;

/**
 * Lists the endpoints of an application: the methods of its controllers. Those of Boot,
 * such as the page for errors, are not among them.
 */
public final class Endpoints {

	private static final String BOOT = "org.springframework.boot.";

	private Endpoints() {
	}

	/**
	 * The endpoints of an application.
	 * @param application the application
	 * @return its endpoints
	 */
	public static List<Endpoint> of(ApplicationContext application) {
		List<Endpoint> endpoints = new ArrayList<>();
		if (isPresent("org.springframework.web.servlet.DispatcherServlet")) {
			endpoints.addAll(ServletEndpoints.of(application));
		}
		if (isPresent("org.springframework.web.reactive.DispatcherHandler")) {
			endpoints.addAll(ReactiveEndpoints.of(application));
		}
		return endpoints;
	}

	static boolean isPresent(String type) {
		return ClassUtils.isPresent(type, Endpoints.class.getClassLoader());
	}

	static boolean isOfApplication(Class<?> controller) {
		return !controller.getName().startsWith(BOOT);
	}

	static List<Endpoint> of(Collection<String> routes, Set<?> methods, Map<String, String> headers,
			Map<String, String> parameters) {
		List<Endpoint> endpoints = new ArrayList<>();
		List<String> names = methods.isEmpty() ? List.of("GET") : methods.stream().map(Object::toString).toList();
		for (String route : routes) {
			names.forEach((method) -> endpoints.add(new Endpoint(method, route, headers, parameters)));
		}
		return endpoints;
	}

	static Map<String, String> headers(Collection<MediaType> consumed, Collection<MediaType> produced) {
		Map<String, String> headers = new HashMap<>();
		consumed.stream().findFirst().ifPresent((type) -> headers.put(HttpHeaders.CONTENT_TYPE, type.toString()));
		produced.stream().findFirst().ifPresent((type) -> headers.put(HttpHeaders.ACCEPT, type.toString()));
		return headers;
	}

	static void require(Map<String, String> values, String name, @Nullable Object value, boolean negated) {
		if (!negated) {
			values.put(name, (value != null) ? value.toString() : "probe");
		}
	}

}
