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

package io.sightline.diagnostics.autoconfigure;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.observation.ObservationRegistry;
import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;
import io.sightline.report.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ReflectionUtils;

/**
 * Which HTTP clients take the trace along: those that Boot's builders made. Looks at
 * beans, and at the fields of the application's own beans.
 */
final class ClientContributor implements ReportContributor {

	private static final String REGISTRY = "observationRegistry";

	private static final Map<String, String> BUILDERS = Map.of("org.springframework.web.client.RestTemplate",
			"RestTemplateBuilder", "org.springframework.web.client.RestClient", "RestClient.Builder",
			"org.springframework.web.reactive.function.client.WebClient", "WebClient.Builder");

	private static final Set<String> OTHERS = Set.of("org.springframework.", "io.micrometer.", "io.opentelemetry.",
			"java.", "javax.", "jdk.", "jakarta.", "com.sun.", "sun.");

	private final ConfigurableListableBeanFactory beans;

	ClientContributor(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public String section() {
		return "clients";
	}

	@Override
	public Object details() {
		return clients().stream().map(Client::toMap).toList();
	}

	private List<Client> clients() {
		List<Client> clients = new ArrayList<>();
		if (isObserving()) {
			for (String name : this.beans.getSingletonNames()) {
				Object bean = this.beans.getSingleton(name);
				if (bean != null) {
					addBean(name, bean, clients);
				}
			}
		}
		return clients;
	}

	/**
	 * Without observations no client can be made better than another.
	 */
	private boolean isObserving() {
		for (String name : this.beans.getBeanNamesForType(ObservationRegistry.class, false, false)) {
			if (this.beans.getSingleton(name) instanceof ObservationRegistry registry && !registry.isNoop()) {
				return true;
			}
		}
		return false;
	}

	private static void addBean(String name, Object bean, List<Client> clients) {
		String kind = kind(bean.getClass());
		if (kind != null) {
			clients.add(new Client("bean '" + name + "'", kind, isObserved(bean)));
			return;
		}
		Object singleton = AopProxyUtils.getSingletonTarget(bean);
		Object target = (singleton != null) ? singleton : bean;
		if (OTHERS.stream().anyMatch(target.getClass().getName()::startsWith)) {
			return;
		}
		ReflectionUtils.doWithFields(target.getClass(), (field) -> addField(name, target, field, clients),
				(field) -> BUILDERS.containsKey(field.getType().getName()));
	}

	private static void addField(String bean, Object target, Field field, List<Client> clients) {
		ReflectionUtils.makeAccessible(field);
		Object client = ReflectionUtils.getField(field, target);
		if (client != null) {
			clients.add(new Client("field '%s' of bean '%s'".formatted(field.getName(), bean),
					field.getType().getName(), isObserved(client)));
		}
	}

	private static @Nullable String kind(Class<?> type) {
		for (Class<?> one = type; one != null; one = one.getSuperclass()) {
			if (BUILDERS.containsKey(one.getName())) {
				return one.getName();
			}
			for (Class<?> implemented : one.getInterfaces()) {
				if (BUILDERS.containsKey(implemented.getName())) {
					return implemented.getName();
				}
			}
		}
		return null;
	}

	/**
	 * Of a kind that is not known nothing bad is said.
	 */
	private static boolean isObserved(Object client) {
		Field field = ReflectionUtils.findField(client.getClass(), REGISTRY);
		if (field == null) {
			return true;
		}
		ReflectionUtils.makeAccessible(field);
		return !(ReflectionUtils.getField(field, client) instanceof ObservationRegistry registry) || !registry.isNoop();
	}

	@Override
	public List<Finding> findings() {
		return clients().stream().filter((client) -> !client.carriesContext()).map(ClientContributor::finding).toList();
	}

	private static Finding finding(Client client) {
		return new Finding("client-without-context", Severity.WARNING,
				"The %s in the %s was not made by Boot's builder: its calls have no span, and the trace ends there"
					.formatted(client.shortKind(), client.place()),
				"Inject a %s, and build the client with it".formatted(BUILDERS.get(client.kind())));
	}

	/**
	 * A client.
	 *
	 * @param place where it is
	 * @param kind its type
	 * @param carriesContext whether its calls are observed
	 */
	private record Client(String place, String kind, boolean carriesContext) {

		String shortKind() {
			return this.kind.substring(this.kind.lastIndexOf('.') + 1);
		}

		Map<String, Object> toMap() {
			Map<String, Object> map = new LinkedHashMap<>();
			map.put("client", shortKind());
			map.put("place", this.place);
			map.put("carriesContext", this.carriesContext);
			return map;
		}

	}

}
