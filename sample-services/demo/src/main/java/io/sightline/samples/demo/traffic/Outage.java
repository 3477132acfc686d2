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

package io.sightline.samples.demo.traffic;

/**
 * What order-service said while payment-service did not answer.
 *
 * @param before the status of payment-service before
 * @param during the status of payment-service meanwhile
 * @param overall the status of order-service meanwhile
 * @param readiness the readiness of order-service meanwhile
 * @param after the status of payment-service afterwards
 */
public record Outage(String before, String during, String overall, String readiness, String after) {

}
