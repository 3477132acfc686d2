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

package io.sightline.context;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A request that is over.
 *
 * @param context what is known of the request
 * @param status the HTTP status of the response, 0 if there was none
 * @param outcome what became of it, named as in the metric of requests, or
 * {@code CLIENT_ABORTED}
 * @param duration how long it took
 * @param error what was thrown, handled or not; {@code null} if nothing was
 */
public record CompletedRequest(RequestContext context, int status, String outcome, Duration duration,
		@Nullable Throwable error) {

}
