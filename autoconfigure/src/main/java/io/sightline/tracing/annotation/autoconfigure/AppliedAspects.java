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
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Keeps AspectJ from matching the aspects that advisors apply, which would then be
 * applied twice.
 */
final class AppliedAspects implements BeanFactoryPostProcessor {

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
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		String applied = this.aspects.entrySet()
			.stream()
			.filter((aspect) -> beanFactory.containsBeanDefinition(aspect.getKey()))
			.map((aspect) -> Pattern.quote(aspect.getValue()))
			.collect(Collectors.joining("|"));
		if (applied.isEmpty() || !beanFactory.containsBeanDefinition(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME)) {
			return;
		}
		BeanDefinition creator = beanFactory.getBeanDefinition(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME);
		if (AnnotationAwareAspectJAutoProxyCreator.class.getName().equals(creator.getBeanClassName())) {
			creator.getPropertyValues().add(PATTERNS, List.of("(?!(?:" + applied + ")$).*"));
		}
	}

}
