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

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Makes a text of a stack trace.
 */
final class StackTraceWords implements StackTraceSink {

	private final BoundedText text;

	private final UnaryOperator<String> messages;

	StackTraceWords(BoundedText text, UnaryOperator<String> messages) {
		this.text = text;
		this.messages = messages;
	}

	@Override
	public void words(String words) {
		this.text.append(words);
	}

	@Override
	public void number(int number) {
		this.text.append(number);
	}

	@Override
	public void thrown(String className, @Nullable String message) {
		this.text.append(className);
		if (message != null) {
			this.text.append(": ").append(this.messages.apply(message));
		}
	}

	@Override
	public void frame(StackTraceElement frame) {
		write(frame, this.text);
	}

	@Override
	public boolean isCut() {
		return this.text.isCut();
	}

	static void write(StackTraceElement frame, BoundedText text) {
		text.append("\tat ").append(frame.getClassName()).append('.').append(frame.getMethodName());
		String file = frame.getFileName();
		if (file == null) {
			text.append(frame.isNativeMethod() ? "(Native Method)\n" : "(Unknown Source)\n");
			return;
		}
		text.append('(').append(file);
		if (frame.getLineNumber() >= 0) {
			text.append(':').append(frame.getLineNumber());
		}
		text.append(")\n");
	}

}
