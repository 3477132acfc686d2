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

package io.sightline.endpoint;

import java.util.Collection;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.EndpointLinksResolver;
import org.springframework.boot.actuate.endpoint.web.EndpointMapping;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping;
import org.springframework.http.server.RequestPath;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the same endpoints as Boot's mapping, and looks at the beginning of the path
 * first: Spring MVC asks the actuator before the application, and would compare each
 * request of the application with the method, the media types and the pattern of each
 * operation of each endpoint.
 * <p>
 * A path that is encoded, and a base path that is a pattern or empty, are left to Boot's
 * mapping as a whole.
 */
public final class BasePathEndpointMapping extends WebMvcEndpointHandlerMapping {

	private final String basePath;

	/**
	 * Creates a mapping.
	 * @param mapping the base path of all endpoints
	 * @param endpoints the endpoints
	 * @param mediaTypes what they consume and produce
	 * @param cors who may ask from other origins, or {@code null} for nobody
	 * @param links finds the links to endpoints
	 * @param discovery whether the base path answers with the links
	 */
	public BasePathEndpointMapping(EndpointMapping mapping, Collection<ExposableWebEndpoint> endpoints,
			EndpointMediaTypes mediaTypes, @Nullable CorsConfiguration cors, EndpointLinksResolver links,
			boolean discovery) {
		super(mapping, endpoints, mediaTypes, cors, links, discovery);
		String path = mapping.getPath();
		this.basePath = (isPlain(path)) ? path : "";
	}

	private static boolean isPlain(String path) {
		return path.chars().noneMatch((each) -> each == '{' || each == '*' || each == '?' || each == '%');
	}

	@Override
	protected @Nullable HandlerMethod getHandlerInternal(HttpServletRequest request) throws Exception {
		return (mayBeEndpoint(request)) ? super.getHandlerInternal(request) : null;
	}

	private boolean mayBeEndpoint(HttpServletRequest request) {
		if (this.basePath.isEmpty() || !ServletRequestPathUtils.hasParsedRequestPath(request)) {
			return true;
		}
		RequestPath path = ServletRequestPathUtils.getParsedRequestPath(request);
		String value = path.pathWithinApplication().value();
		return value.startsWith(this.basePath) || value.indexOf('%') >= 0;
	}

}
