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

import io.sightline.identity.ServiceIdentity;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link ServiceIdentity}.
 * Backs off for a bean of that type; log lines begin before any bean exists and take
 * their identity from the environment alone.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "identity.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(ServiceProperties.class)
public final class IdentityAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ServiceIdentity serviceIdentity(Environment environment, ResourceLoader resources) {
		return ServiceIdentities.resolve(environment, resources);
	}

}
