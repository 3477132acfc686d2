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

package io.sightline.request;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Tells clients that went away from errors.
 */
public final class ClientAborts {

	private ClientAborts() {
	}

	/**
	 * Whether an error says that the client went away.
	 * @param error the error, if there is one
	 * @return {@code true} if nothing is wrong with the application
	 */
	public static boolean isAbort(@Nullable Throwable error) {
		return error != null && DisconnectedClientHelper.isClientDisconnectedException(error);
	}

}
