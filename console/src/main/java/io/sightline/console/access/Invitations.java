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

package io.sightline.console.access;

import java.io.PrintStream;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Prints the link that lets a browser in: to the terminal, since logs are kept, sent
 * around, and have secrets masked.
 */
final class Invitations implements ApplicationListener<WebServerInitializedEvent> {

	private final Sessions sessions;

	private final PrintStream out;

	private final String receiverToken;

	private volatile int port;

	Invitations(Sessions sessions, PrintStream out, String receiverToken) {
		this.sessions = sessions;
		this.out = out;
		this.receiverToken = receiverToken;
	}

	@Override
	public void onApplicationEvent(WebServerInitializedEvent event) {
		if (event.getApplicationContext().getServerNamespace() == null) {
			this.port = event.getWebServer().getPort();
			if (!this.receiverToken.isEmpty()) {
				this.out
					.println("Receiver's token, to be sent as the header Authorization: Bearer " + this.receiverToken);
			}
			print();
		}
	}

	void print() {
		this.out.println("Console: http://localhost:" + this.port + "/login?token=" + this.sessions.invitation());
		this.out.flush();
	}

}
