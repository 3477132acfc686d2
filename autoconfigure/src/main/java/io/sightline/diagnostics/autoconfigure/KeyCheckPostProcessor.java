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

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.env.Environment;

/**
 * Prevents the start with keys that do nothing, before any bean is made from the others.
 */
final class KeyCheckPostProcessor implements BeanFactoryPostProcessor {

	private static final String STRICT = "sightline.diagnostics.strict";

	private final Environment environment;

	private final Supplier<List<KeyProblem>> problems;

	KeyCheckPostProcessor(Environment environment, Supplier<List<KeyProblem>> problems) {
		this.environment = environment;
		this.problems = problems;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		if ("false".equalsIgnoreCase(this.environment.getProperty(STRICT))) {
			return;
		}
		List<KeyProblem> problems = this.problems.get().stream().filter(KeyProblem::fatal).toList();
		if (!problems.isEmpty()) {
			throw new FailureAnalyzedException(
					problems.stream().map((problem) -> problem.description() + ".").collect(Collectors.joining("\n")),
					problems.stream().map(KeyProblem::action).collect(Collectors.joining("\n"))
							+ "\nTo start nevertheless, set %s=false.".formatted(STRICT));
		}
	}

}
