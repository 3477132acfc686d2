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

package io.sightline.pressure;

import java.util.function.DoubleSupplier;

/**
 * A resource that is looked at.
 *
 * @param resource the resource
 * @param load tells how much of it is in use, from 0 to 1, or not a number if nobody
 * knows
 * @param limit when it is short
 */
public record ResourceGauge(Resource resource, DoubleSupplier load, Limit limit) {

}
