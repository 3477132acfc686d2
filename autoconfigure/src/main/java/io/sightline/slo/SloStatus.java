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

import java.util.List;

/**
 * An objective at a moment, as this instance saw it.
 *
 * @param objective the objective
 * @param state how it does
 * @param period the events of the whole period
 * @param windows the events of each window, the shortest first
 * @param tiers the tiers, the fastest first
 * @param budget what is left
 */
public record SloStatus(Objective objective, SloState state, WindowStatus period, List<WindowStatus> windows,
		List<TierStatus> tiers, BudgetStatus budget) {

	public SloStatus {
		windows = List.copyOf(windows);
		tiers = List.copyOf(tiers);
	}

}
