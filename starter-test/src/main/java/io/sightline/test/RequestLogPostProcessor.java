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

package io.sightline.test;

import io.sightline.request.RequestLog;
import io.sightline.request.WideEventLog;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Lets tests wait for the events of their requests. A log of the application's own stays
 * what it is, as something may want it by its type.
 */
final class RequestLogPostProcessor implements BeanPostProcessor {

	private final OpenRequests requests;

	RequestLogPostProcessor(OpenRequests requests) {
		this.requests = requests;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof WideEventLog log) ? this.requests.follow((RequestLog) log) : bean;
	}

}
