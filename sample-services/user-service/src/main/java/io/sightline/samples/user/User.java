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

package io.sightline.samples.user;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Somebody who registered.
 *
 * @param id identifies the user
 * @param name how to address the user
 * @param email where to write to
 * @param country ISO 3166 code
 * @param source where the user came from
 * @param billingAccountId the account at payment-service
 * @param createdAt when the user registered
 * @param version guards against lost updates; {@code null} before it is stored
 */
@Table("users")
record User(@Id String id, String name, String email, String country, String source, String billingAccountId,
		Instant createdAt, @Version @Nullable Integer version) {

}
