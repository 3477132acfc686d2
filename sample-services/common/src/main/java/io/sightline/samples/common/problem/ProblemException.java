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

package io.sightline.samples.common.problem;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A failure with an answer for the client: a status and a sentence.
 */
public class ProblemException extends ErrorResponseException {

	public ProblemException(HttpStatus status, String detail) {
		this(status, detail, null);
	}

	public ProblemException(HttpStatus status, String detail, @Nullable Throwable cause) {
		super(status, ProblemDetail.forStatusAndDetail(status, detail), cause);
	}

	/**
	 * A request with one wrong field.
	 * @param field the name of the field as the client writes it
	 * @param message what is wrong with it
	 * @return a problem with status 400
	 */
	public static ProblemException invalid(String field, String message) {
		return new ProblemException(HttpStatus.BAD_REQUEST, "Missing or invalid: " + field).with("errors",
				Map.of(field, message));
	}

	/**
	 * Something that is not there.
	 * @param what the kind of thing
	 * @param id what the client asked for
	 * @return a problem with status 404
	 */
	public static ProblemException notFound(String what, String id) {
		return new ProblemException(HttpStatus.NOT_FOUND, what + " " + id + " does not exist");
	}

	/**
	 * Add a member to the problem.
	 * @param name the member's name
	 * @param value its value
	 * @return this problem
	 */
	public final ProblemException with(String name, Object value) {
		getBody().setProperty(name, value);
		return this;
	}

}
