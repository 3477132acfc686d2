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

package io.sightline.doors;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * What of a context is ours: each bean with the auto-configuration it comes from.
 */
final class SightlineBeans {

	private static final String HOUSE = "io.sightline.";

	private SightlineBeans() {
	}

	static List<String> autoConfigurations() {
		return ImportCandidates
			.load(org.springframework.boot.autoconfigure.AutoConfiguration.class, SightlineBeans.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith(HOUSE))
			.toList();
	}

	/**
	 * The names of our beans, with the package of the class that declares them.
	 */
	static Map<String, String> in(ApplicationContext context) {
		ConfigurableListableBeanFactory factory = ((ConfigurableApplicationContext) context).getBeanFactory();
		Map<String, String> beans = new TreeMap<>();
		for (String name : factory.getBeanDefinitionNames()) {
			classesOf(factory, name).stream()
				.filter((type) -> type.startsWith(HOUSE))
				.findFirst()
				.ifPresent((type) -> beans.put(name, ClassUtils.getPackageName(type)));
		}
		return beans;
	}

	private static Set<String> classesOf(ConfigurableListableBeanFactory factory, String name) {
		Set<String> types = new LinkedHashSet<>();
		BeanDefinition definition = factory.getBeanDefinition(name);
		String declaring = definition.getFactoryBeanName();
		if (declaring != null) {
			add(types, factory.getType(declaring));
		}
		String own = definition.getBeanClassName();
		if (own != null) {
			types.add(own);
		}
		add(types, factory.getType(name));
		return types;
	}

	private static void add(Set<String> types, @Nullable Class<?> type) {
		if (type != null) {
			types.add(type.getName());
		}
	}

}
