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

package io.sightline.console.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do about a {@link StoreFileException}.
 */
final class StoreFileFailureAnalyzer extends AbstractFailureAnalyzer<StoreFileException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, StoreFileException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), action(cause), cause);
	}

	private static String action(StoreFileException cause) {
		if (cause.isLocked()) {
			return "Stop the other process that has it open, or set console.store.file to another file";
		}
		if (cause.isUnreachable()) {
			return "Create its directory and let the console write there, or set console.store.file to another file";
		}
		return "Move it and " + cause.file().getFileName() + ".wal away to begin with an empty one, or set "
				+ "console.store.file to another file";
	}

}
