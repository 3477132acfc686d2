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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.ApplicationContext;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * The endpoints of WebFlux.
 */
final class ReactiveEndpoints {

	private ReactiveEndpoints() {
	}

	static List<Endpoint> of(ApplicationContext application) {
		List<Endpoint> endpoints = new ArrayList<>();
		application.getBeansOfType(RequestMappingHandlerMapping.class)
			.values()
			.forEach((mapping) -> mapping.getHandlerMethods().forEach((info, handler) -> {
				if (Endpoints.isOfApplication(handler.getBeanType())) {
					endpoints.addAll(of(info));
				}
			}));
		return endpoints;
	}

	private static List<Endpoint> of(RequestMappingInfo info) {
		Map<String, String> headers = Endpoints.headers(info.getConsumesCondition().getConsumableMediaTypes(),
				info.getProducesCondition().getProducibleMediaTypes());
		info.getHeadersCondition()
			.getExpressions()
			.forEach((header) -> Endpoints.require(headers, header.getName(), header.getValue(), header.isNegated()));
		Map<String, String> parameters = new HashMap<>();
		info.getParamsCondition()
			.getExpressions()
			.forEach((parameter) -> Endpoints.require(parameters, parameter.getName(), parameter.getValue(),
					parameter.isNegated()));
		return Endpoints.of(info.getPatternsCondition().getPatterns().stream().map(Object::toString).toList(),
				info.getMethodsCondition().getMethods(), headers, parameters);
	}

}
