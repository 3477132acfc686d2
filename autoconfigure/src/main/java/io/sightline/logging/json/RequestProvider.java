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

package io.sightline.logging.json;

import io.sightline.context.RequestContext;
import io.sightline.logging.CapturedEvent;
import tools.jackson.core.JsonGenerator;

/**
 * The request that the line belongs to.
 */
final class RequestProvider extends LineProvider {

	@Override
	void write(JsonGenerator json, CapturedEvent event) {
		RequestContext request = event.request();
		if (request != null) {
			field(json, LogFields.REQUEST_ID, request.requestId());
			field(json, LogFields.USER_ID, request.userId());
			field(json, LogFields.HTTP_METHOD, request.method());
			field(json, LogFields.HTTP_ROUTE, request.route());
			field(json, LogFields.URL_PATH, request.path());
			field(json, LogFields.CLIENT_IP, request.caller().clientIp());
			field(json, LogFields.USER_AGENT, request.caller().userAgent());
		}
	}

}
