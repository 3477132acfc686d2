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

package io.sightline.tracing.autoconfigure;

import io.micrometer.observation.ObservationFilter;
import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.autoconfigure.RedactionAutoConfiguration;
import io.sightline.tracing.UrlRedactionFilter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that redacts the URLs of outgoing
 * calls in observations.
 */
@AutoConfiguration(after = RedactionAutoConfiguration.class)
@ConditionalOnClass(ObservationFilter.class)
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "tracing.enabled" }, matchIfMissing = true)
public final class UrlRedactionAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(RedactionPolicy.class)
	UrlRedactionFilter sightlineUrlRedactionFilter(RedactionPolicy policy) {
		return new UrlRedactionFilter(policy);
	}

}
