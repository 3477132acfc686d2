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

import io.sightline.context.CurrentTrace;
import io.sightline.context.WorkContext;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Makes a unit of work of each call of a method, on the thread that executes it, and
 * writes its event when it is over.
 */
public final class WorkEventInterceptor implements MethodInterceptor {

	private final String type;

	private final WorkEventLog log;

	/**
	 * Creates an interceptor.
	 * @param type what kind of work it is
	 * @param log writes the events
	 */
	public WorkEventInterceptor(String type, WorkEventLog log) {
		this.type = type;
		this.log = log;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		WorkContext work = new WorkContext(this.type);
		work.trace(CurrentTrace.span());
		try (WorkContext.Scope scope = work.open()) {
			return invocation.proceed();
		}
		catch (Throwable ex) {
			work.error(ex);
			throw ex;
		}
		finally {
			this.log.ended(work, invocation.getMethod().getDeclaringClass().getSimpleName() + '.'
					+ invocation.getMethod().getName());
		}
	}

}
