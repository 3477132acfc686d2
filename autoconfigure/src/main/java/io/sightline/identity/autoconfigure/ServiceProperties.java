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

package io.sightline.identity.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who this service is, where Boot has no property for it.
 *
 * @param environment Deployment environment, such as "production". Uses the first active
 * profile when not set.
 * @param instanceId Identifier of this instance. Uses the Kubernetes pod name when
 * present and a random UUID otherwise.
 * @param region Cloud region. Uses the region variables of the common clouds when not
 * set.
 */
@ConfigurationProperties("sightline.service")
record ServiceProperties(@Nullable String environment, @Nullable String instanceId, @Nullable String region) {

}
