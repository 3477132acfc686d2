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

import io.micrometer.observation.ObservationRegistry;
import io.sightline.report.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClientContributor}.
 */
class ClientContributorTests {

	private final ObservationRegistry observations = ObservationRegistry.create();

	private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

	private final ClientContributor contributor = new ClientContributor(this.beans);

	@BeforeEach
	void observe() {
		this.observations.observationConfig().observationHandler((context) -> true);
		this.beans.registerSingleton("observations", this.observations);
	}

	@Test
	void clientsWithoutBuilderOfBootAreFound() {
		this.beans.registerSingleton("template", new RestTemplate());
		this.beans.registerSingleton("rest", RestClient.create());
		this.beans.registerSingleton("web", WebClient.create());
		assertThat(this.contributor.findings()).extracting(Finding::id)
			.containsExactly("client-without-context", "client-without-context", "client-without-context");
		assertThat(this.contributor.findings()).extracting(Finding::fix)
			.containsExactly("Inject a RestTemplateBuilder, and build the client with it",
					"Inject a RestClient.Builder, and build the client with it",
					"Inject a WebClient.Builder, and build the client with it");
	}

	@Test
	void clientsThatAreObservedAreNot() {
		RestTemplate template = new RestTemplate();
		template.setObservationRegistry(this.observations);
		this.beans.registerSingleton("template", template);
		this.beans.registerSingleton("rest", RestClient.builder().observationRegistry(this.observations).build());
		this.beans.registerSingleton("web", WebClient.builder().observationRegistry(this.observations).build());
		assertThat(this.contributor.findings()).isEmpty();
		assertThat(this.contributor.details()).asString()
			.contains("client=RestClient, place=bean 'rest'", "carriesContext=true");
	}

	@Test
	void clientInsideBeanIsFound() {
		this.beans.registerSingleton("payments", new Payments(RestClient.create()));
		assertThat(this.contributor.findings()).singleElement()
			.extracting(Finding::meaning)
			.asString()
			.contains("RestClient", "field 'client' of bean 'payments'");
	}

	@Test
	void saysNothingWhereNothingIsObserved() {
		this.beans.destroySingleton("observations");
		this.beans.registerSingleton("template", new RestTemplate());
		assertThat(this.contributor.details()).isEqualTo(java.util.List.of());
	}

	private static final class Payments {

		private final RestClient client;

		Payments(RestClient client) {
			this.client = client;
		}

		@Override
		public String toString() {
			return this.client.toString();
		}

	}

}
