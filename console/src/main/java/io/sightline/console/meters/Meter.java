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

package io.sightline.console.meters;

import java.util.List;

/**
 * A meter in a list.
 *
 * @param name its name
 * @param kind gauge, counter, histogram or summary
 * @param unit its unit, or empty
 * @param series how many series it has
 * @param services the services that have it
 */
record Meter(String name, String kind, String unit, long series, List<String> services) {
}
