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

package io.sightline.redaction.autoconfigure;

import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.Redactor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the redaction policy. Add {@link Redactor} beans to add rules,
 * or define a {@link RedactionPolicy} bean to replace it.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "sightline.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "sightline.redaction.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RedactionProperties.class)
public final class RedactionAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RedactionPolicy redactionPolicy(RedactionProperties properties, ObjectProvider<Redactor> redactors) {
		return RedactionPolicy.from(properties.rules()).withRedactors(redactors.orderedStream().toList());
	}

}
