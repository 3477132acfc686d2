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

package io.sightline.console.scrape;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import io.sightline.console.fetch.Fetched;
import io.sightline.console.fetch.Fetcher;
import org.jspecify.annotations.Nullable;

/**
 * What is made of an answer.
 */
interface AnswerUse {

	/**
	 * Use an answer.
	 * @param answer the answer
	 * @return what is wrong with it, if anything
	 */
	@Nullable String problemOf(Fetched answer);

	/**
	 * Wait for an answer and use it. What is wrong with one does no harm to the others.
	 * @param problems takes what is wrong, unless it is known
	 * @param place where that is
	 * @param answer the answer, or the failure
	 * @param use what is made of it
	 * @param lost what is made of a problem
	 */
	static void make(List<String> problems, String place, CompletableFuture<Fetched> answer, AnswerUse use,
			Consumer<String> lost) {
		String problem;
		String where = "";
		try {
			problem = use.problemOf(answer.join());
		}
		catch (CompletionException ex) {
			problem = Fetcher.reason(ex);
			where = place;
		}
		catch (RuntimeException ex) {
			problem = "was not understood: " + ex;
			where = place;
		}
		if (problem != null) {
			lost.accept(problem);
			if (!problems.contains(problem)) {
				problems.add(problem + where);
			}
		}
	}

}
