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

package io.sightline.slo;

import java.math.BigDecimal;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The events of a window that ends now.
 *
 * @param window the length of the window
 * @param count the events
 * @param burnRate how many times faster than allowed the budget burns; {@code null}
 * without events
 * @param coverage the share of the window that was seen, between 0 and 1
 */
public record WindowStatus(Duration window, EventCount count, @Nullable BigDecimal burnRate, BigDecimal coverage) {

}
