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

package io.sightline.identity.autoconfigure;

import java.util.Map;

import io.sightline.identity.ServiceIdentity;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IdentityAutoConfiguration}.
 */
class IdentityAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(IdentityAutoConfiguration.class));

	@Test
	void takesIdentityFromTheEnvironment() {
		this.runner
			.withPropertyValues("spring.application.name=orders", "sightline.service.environment=staging",
					"sightline.service.instance-id=one", "sightline.service.region=eu-1")
			.run((context) -> {
				ServiceIdentity identity = context.getBean(ServiceIdentity.class);
				assertThat(identity.name()).isEqualTo("orders");
				assertThat(identity.environment()).isEqualTo("staging");
				assertThat(identity.instance()).isEqualTo("one");
				assertThat(identity.attributes()).containsEntry("cloud.region", "eu-1");
			});
	}

	@Test
	void backsOffForBeanOfTheApplication() {
		ServiceIdentity own = new ServiceIdentity("own", "1", "test", "one", Map.of());
		this.runner.withBean(ServiceIdentity.class, () -> own)
			.run((context) -> assertThat(context).getBean(ServiceIdentity.class).isSameAs(own));
	}

	@Test
	void backsOffWhenDisabled() {
		this.runner.withPropertyValues("sightline.identity.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ServiceIdentity.class));
	}

	@Test
	void backsOffWhenSightlineIsDisabled() {
		this.runner.withPropertyValues("sightline.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ServiceIdentity.class)
				.doesNotHaveBean(ServiceProperties.class));
	}

}
