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

package io.sightline.architecture;

import java.util.Set;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * A feature uses itself and the hubs.
 */
final class DependOnlyOnHubs extends ArchCondition<JavaClass> {

	private static final String HOUSE = "io.sightline.";

	private final Set<String> hubs;

	DependOnlyOnHubs(Set<String> hubs) {
		super("depend on no feature but " + hubs);
		this.hubs = hubs;
	}

	@Override
	public void check(JavaClass type, ConditionEvents events) {
		for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
			JavaClass target = dependency.getTargetClass();
			if (target.getPackageName().startsWith(HOUSE)) {
				String feature = feature(target);
				boolean allowed = feature.equals(feature(type)) || this.hubs.contains(feature);
				events.add(new SimpleConditionEvent(type, allowed, dependency.getDescription()));
			}
		}
	}

	private static String feature(JavaClass type) {
		return type.getPackageName().substring(HOUSE.length()).split("\\.")[0];
	}

}
