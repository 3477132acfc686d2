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

package io.sightline.samples.common.peer;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Another service. What it refuses (4xx) reaches the caller as it is; everything else
 * that goes wrong becomes a {@link PeerUnavailableException}.
 */
public final class Peer {

	private final String name;

	private final RestClient client;

	Peer(String name, RestClient client) {
		this.name = name;
		this.client = client;
	}

	/**
	 * Call the service for an answer.
	 * @param <T> the type of the answer
	 * @param call what to ask
	 * @return the answer
	 */
	public <T> T fetch(Call<T> call) {
		T answer = guarded(call);
		if (answer == null) {
			throw new PeerUnavailableException(this.name, new IllegalStateException("Empty answer"));
		}
		return answer;
	}

	/**
	 * Call the service for its effect.
	 * @param call what to tell
	 */
	public void send(Consumer<RestClient> call) {
		guarded((client) -> {
			call.accept(client);
			return null;
		});
	}

	private <T> @Nullable T guarded(Call<T> call) {
		try {
			return call.on(this.client);
		}
		catch (HttpClientErrorException ex) {
			throw ex;
		}
		catch (RestClientException ex) {
			throw new PeerUnavailableException(this.name, ex);
		}
	}

	/**
	 * Something to ask a service for.
	 *
	 * @param <T> the type of the answer
	 */
	@FunctionalInterface
	public interface Call<T> {

		/**
		 * Ask.
		 * @param client the client to ask with
		 * @return the answer, if there is one
		 */
		@Nullable T on(RestClient client);

	}

}
