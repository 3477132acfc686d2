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

import java.time.Duration;

/**
 * When a resource is short, and when it is no longer. The two differ, so that a load that
 * stays near one of them does not go to and fro.
 *
 * @param enter the load above which it is short, at most 1; of 1 it never is
 * @param leave the load below which it is not
 * @param after how long the load has to be above
 */
public record Limit(double enter, double leave, Duration after) {

}
