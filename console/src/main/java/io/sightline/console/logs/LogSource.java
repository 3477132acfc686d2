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

package io.sightline.console.logs;

import java.util.List;

import io.sightline.console.api.SourceException;

/**
 * Has log lines that the store does not have, or no longer.
 */
public interface LogSource {

	/**
	 * Return what it is called in answers.
	 * @return its name
	 */
	String name();

	/**
	 * Find lines.
	 * @param question which lines
	 * @return the lines, newest first
	 * @throws SourceException if nobody answers
	 */
	List<LogEntry> find(LogQuestion question) throws SourceException;

}
