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

package io.sightline.samples.order;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to order.
 *
 * @param userId who orders
 * @param items ids of items; an id that is there twice means two pieces
 * @param cartId the cart that this order empties
 */
record OrderRequest(@NotBlank @Size(max = 64) String userId,
		@NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 64) String> items,
		@Size(min = 1, max = 64) @Nullable String cartId) {

}
