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
package io.sightline.tracing.annotation.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.aop.aspectj.annotation.AnnotationAwareAspectJAutoProxyCreator;
import org.springframework.aop.config.AopConfigUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;

/**
 * Keeps AspectJ from matching the aspects that advisors apply, which would then be
 * applied twice. Where the application says itself which aspects there are, AspectJ
 * applies all of them, and the advisors go.
 */
final class AppliedAspects implements BeanDefinitionRegistryPostProcessor {

	private static final String PATTERNS = "includePatterns";

	private final Map<String, String> aspects;

	/**
	 * Creates a post-processor.
	 * @param aspects the names of aspects by those of the advisors that apply them
	 */
	AppliedAspects(Map<String, String> aspects) {
		this.aspects = aspects;
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		List<String> advisors = this.aspects.keySet().stream().filter(registry::containsBeanDefinition).toList();
		if (advisors.isEmpty() || !registry.containsBeanDefinition(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME)) {
			return;
		}
		BeanDefinition creator = registry.getBeanDefinition(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME);
		if (!AnnotationAwareAspectJAutoProxyCreator.class.getName().equals(creator.getBeanClassName())) {
			return;
		}
		if (creator.getPropertyValues().contains(PATTERNS)) {
			advisors.forEach(registry::removeBeanDefinition);
			return;
		}
		String applied = advisors.stream()
			.map((advisor) -> Pattern.quote(this.aspects.getOrDefault(advisor, advisor)))
			.distinct()
			.collect(Collectors.joining("|"));
		creator.getPropertyValues().add(PATTERNS, List.of("(?!(?:" + applied + ")$).*"));
	}

}
