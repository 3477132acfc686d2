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

package io.sightline.console.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do about a {@link RemoteBindException}.
 */
final class RemoteBindFailureAnalyzer extends AbstractFailureAnalyzer<RemoteBindException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, RemoteBindException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Set the address to 127.0.0.1; or, if other machines are to reach the console at server.address, set "
						+ "console.access.allow-remote=true, console.access.token and console.access.receiver-token",
				cause);
	}

}
