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
package io.sightline.ledger;

import java.util.Collection;
import java.util.List;

/**
 * Tells of accounts. Every bean of this type is part of what the telemetry check, the
 * diagnostics report and the last line at shutdown know.
 */
@FunctionalInterface
public interface LedgerSource {

	/**
	 * The accounts as they are now.
	 * @return the accounts, none while there is nothing to account for
	 */
	List<SignalLedger> ledgers();

	/**
	 * The accounts of several sources.
	 * @param sources the sources
	 * @return the accounts of all
	 */
	static List<SignalLedger> all(Collection<LedgerSource> sources) {
		return sources.stream().flatMap((source) -> source.ledgers().stream()).toList();
	}

}
