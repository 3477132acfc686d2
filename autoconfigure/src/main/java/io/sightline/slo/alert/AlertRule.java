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

package io.sightline.slo.alert;

import java.time.Duration;
import java.util.function.Predicate;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * When to alert. A bean.
 *
 * @param name name of the alert
 * @param condition whether the meters are as they should not be; one that throws is
 * logged and asked again
 * @param severity how urgent it is
 * @param message what is wrong, in words
 * @param coolDown time during which the same is not told again
 */
public record AlertRule(String name, Predicate<MeterRegistry> condition, AlertSeverity severity, String message,
		Duration coolDown) {

}
