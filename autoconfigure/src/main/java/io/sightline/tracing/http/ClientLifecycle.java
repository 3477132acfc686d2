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

package io.sightline.tracing.http;

import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.net.http.HttpClient;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * The end of a client, which has methods for that as of JDK 21 only.
 *
 * @param client the client
 */
record ClientLifecycle(HttpClient client) {

	void shutdown() {
		call("shutdown");
	}

	boolean awaitTermination(Duration duration) throws InterruptedException {
		Method method = ReflectionUtils.findMethod(HttpClient.class, "awaitTermination", Duration.class);
		try {
			return method == null || Boolean.TRUE.equals(ReflectionUtils.invokeMethod(method, this.client, duration));
		}
		catch (UndeclaredThrowableException ex) {
			if (ex.getUndeclaredThrowable() instanceof InterruptedException interrupted) {
				throw interrupted;
			}
			throw ex;
		}
	}

	boolean isTerminated() {
		return Boolean.TRUE.equals(call("isTerminated"));
	}

	void shutdownNow() {
		call("shutdownNow");
	}

	void close() {
		call("close");
	}

	private @Nullable Object call(String name) {
		Method method = ReflectionUtils.findMethod(HttpClient.class, name);
		return (method != null) ? ReflectionUtils.invokeMethod(method, this.client) : null;
	}

}
