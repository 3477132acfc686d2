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

package io.sightline.slo.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.sightline.identity.autoconfigure.ServiceIdentities;
import io.sightline.slo.Objective;
import io.sightline.slo.rules.PrometheusRules;
import io.sightline.slo.rules.RuleFile;
import io.sightline.slo.source.ObjectiveDefinition;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * Writes the rule file of an application while it is built, from its configuration on the
 * class path. The application is not started, so objectives that are beans are not in it.
 * <p>
 * The first argument is the file; others are properties, such as
 * {@code --spring.profiles.active=production}.
 */
public final class PrometheusRulesWriter {

	private PrometheusRulesWriter() {
	}

	/**
	 * Writes the file.
	 * @param args the file, and properties
	 * @throws IOException when it cannot be written
	 */
	public static void main(String[] args) throws IOException {
		if (args.length == 0 || args[0].startsWith("--")) {
			throw new IllegalArgumentException("The first argument is the file to write, such as target/rules.yml");
		}
		Path file = Path.of(args[0]).toAbsolutePath();
		Files.createDirectories(file.getParent());
		Files.writeString(file, rules(args).toYaml());
	}

	private static RuleFile rules(String[] properties) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(properties));
		ConfigDataEnvironmentPostProcessor.applyTo(environment);
		SloProperties slo = Binder.get(environment).bindOrCreate("sightline.slo", SloProperties.class);
		List<Objective> objectives = new ObjectiveDefinitions(slo, environment).read()
			.stream()
			.map(ObjectiveDefinition::objective)
			.toList();
		String application = MeteredName.of(environment,
				() -> ServiceIdentities.resolve(environment, new DefaultResourceLoader()));
		return PrometheusRules.of(objectives, slo.ruleSettings(application));
	}

}
