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

package io.sightline.tracing.agent.autoconfigure;

import io.sightline.tracing.agent.TracingAgent;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * {@link EnableAutoConfiguration Auto-configuration} beside a Java agent that traces:
 * says in one line who owns the spans.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "tracing.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(AgentProperties.class)
public final class AgentAutoConfiguration {

	@Bean
	@Conditional(OnAgentCondition.class)
	AgentLine sightlineAgentLine(AgentProperties properties, ResourceLoader resources) {
		return new AgentLine(TracingAgent.find(resources.getClassLoader()), properties.owner());
	}

	static class OnAgentCondition implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return TracingAgent.find(context.getClassLoader()) != null;
		}

	}

}
