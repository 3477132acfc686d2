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

package io.sightline.logging.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a throwable whose own methods throw, answer {@code null} or lead in
 * circles, or that is too deep or too wide. Takes a copy when it is made and calls no
 * method of the throwable later. Immutable.
 */
public final class GuardedThrowable implements IThrowableProxy {

	private static final StackTraceElementProxy[] NO_FRAMES = {};

	private static final IThrowableProxy[] NO_SUPPRESSED = {};

	private static final int MAX_DEPTH = 20;

	private static final int MAX_SUPPRESSED = 10;

	private static final int MAX_FRAMES = 200;

	private final String className;

	private final @Nullable String message;

	private final StackTraceElementProxy[] frames;

	private final @Nullable IThrowableProxy cause;

	private final IThrowableProxy[] suppressed;

	private final boolean cyclic;

	private GuardedThrowable(Throwable error, int depth, Set<Throwable> path) {
		this.cyclic = !path.add(error);
		this.className = error.getClass().getName();
		this.message = message(error);
		this.frames = this.cyclic ? NO_FRAMES : frames(error);
		this.cause = this.cyclic ? null : cause(error, depth, path);
		this.suppressed = this.cyclic ? NO_SUPPRESSED : suppressed(error, depth, path);
	}

	/**
	 * Copies what can be told of a throwable.
	 * @param error the throwable
	 * @return the copy
	 */
	public static GuardedThrowable of(Throwable error) {
		return new GuardedThrowable(error, 0, Collections.newSetFromMap(new IdentityHashMap<>()));
	}

	private static @Nullable String message(Throwable error) {
		try {
			return error.getMessage();
		}
		catch (Throwable ex) {
			return "[getMessage() threw " + ex.getClass().getName() + "]";
		}
	}

	@SuppressWarnings("NullAway") // Overridden methods answer what they like.
	private static StackTraceElementProxy[] frames(Throwable error) {
		List<StackTraceElementProxy> frames = new ArrayList<>();
		try {
			StackTraceElement[] elements = error.getStackTrace();
			for (int i = 0; elements != null && i < Math.min(elements.length, MAX_FRAMES); i++) {
				frames.add(new StackTraceElementProxy(elements[i]));
			}
		}
		catch (Throwable ex) {
			return NO_FRAMES;
		}
		return frames.toArray(NO_FRAMES);
	}

	private static @Nullable IThrowableProxy cause(Throwable error, int depth, Set<Throwable> path) {
		try {
			Throwable cause = error.getCause();
			return (cause != null && depth < MAX_DEPTH) ? new GuardedThrowable(cause, depth + 1, path) : null;
		}
		catch (Throwable ex) {
			return null;
		}
	}

	private static IThrowableProxy[] suppressed(Throwable error, int depth, Set<Throwable> path) {
		Throwable[] all = error.getSuppressed();
		// Width times depth is what has to be bounded: only the outermost tells its own.
		int length = (depth == 0) ? Math.min(all.length, MAX_SUPPRESSED) : 0;
		IThrowableProxy[] suppressed = new IThrowableProxy[length];
		for (int i = 0; i < length; i++) {
			suppressed[i] = new GuardedThrowable(all[i], depth + 1, path);
		}
		return suppressed;
	}

	@Override
	public @Nullable String getMessage() {
		return this.message;
	}

	@Override
	public String getClassName() {
		return this.className;
	}

	@Override
	public StackTraceElementProxy[] getStackTraceElementProxyArray() {
		return this.frames.clone();
	}

	@Override
	public int getCommonFrames() {
		return 0;
	}

	@Override
	public @Nullable IThrowableProxy getCause() {
		return this.cause;
	}

	@Override
	public IThrowableProxy[] getSuppressed() {
		return this.suppressed.clone();
	}

	@Override
	public boolean isCyclic() {
		return this.cyclic;
	}

}
