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

package io.sightline.tracing.propagation.autoconfigure;

import java.net.URI;
import java.util.List;

import io.sightline.tracing.propagation.RecipientPolicy.Destination;
import io.sightline.tracing.propagation.RecipientPolicy.Destinations;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpRequest;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.function.client.ClientRequest;

/**
 * Finds the host that requests of Spring's clients and of the JDK's go to, whichever is
 * on the class path, and knows messages.
 */
final class CarrierDestinations implements Destinations {

	private static final List<String> MESSAGES = List.of("org.apache.kafka.", "org.springframework.amqp.",
			"org.springframework.messaging.", "jakarta.jms.");

	private final boolean spring = isPresent("org.springframework.http.HttpRequest");

	private final boolean reactive = isPresent("org.springframework.web.reactive.function.client.ClientRequest")
			&& isPresent("reactor.core.publisher.Mono");

	@Override
	public Destination find(@Nullable Object carrier) {
		if (carrier == null) {
			return Destination.UNKNOWN;
		}
		URI uri = (this.spring) ? Blocking.uri(carrier) : null;
		if (uri == null && this.reactive) {
			uri = Reactive.uri(carrier);
		}
		uri = (uri != null) ? uri : jdk(carrier);
		if (uri != null) {
			return new Destination(host(uri), false);
		}
		return isMessage(carrier.getClass()) ? Destination.MESSAGE : Destination.UNKNOWN;
	}

	private static @Nullable URI jdk(Object carrier) {
		try {
			return (carrier instanceof java.net.http.HttpRequest.Builder request) ? request.copy().build().uri() : null;
		}
		catch (IllegalStateException ex) {
			// It has not been told where to yet.
			return null;
		}
	}

	/**
	 * The host, also of a name with an underscore, which a URI does not take for one.
	 */
	private static @Nullable String host(URI uri) {
		String authority = uri.getRawAuthority();
		if (uri.getHost() != null || authority == null) {
			return uri.getHost();
		}
		String host = authority.substring(authority.lastIndexOf('@') + 1);
		int port = host.lastIndexOf(':');
		return (port >= 0) ? host.substring(0, port) : host;
	}

	private static boolean isMessage(@Nullable Class<?> type) {
		if (type == null) {
			return false;
		}
		if (MESSAGES.stream().anyMatch(type.getName()::startsWith) || isMessage(type.getSuperclass())) {
			return true;
		}
		for (Class<?> contract : type.getInterfaces()) {
			if (isMessage(contract)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isPresent(String className) {
		return ClassUtils.isPresent(className, CarrierDestinations.class.getClassLoader());
	}

	private static final class Blocking {

		static @Nullable URI uri(Object carrier) {
			return (carrier instanceof HttpRequest request) ? request.getURI() : null;
		}

	}

	private static final class Reactive {

		static @Nullable URI uri(Object carrier) {
			return (carrier instanceof ClientRequest.Builder request) ? request.build().url() : null;
		}

	}

}
