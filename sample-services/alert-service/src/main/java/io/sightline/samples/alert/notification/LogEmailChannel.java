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

package io.sightline.samples.alert.notification;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line in place of an e-mail, for a machine without a mail server. The line has
 * neither address nor text.
 */
final class LogEmailChannel implements EmailChannel {

	private static final Logger log = LoggerFactory.getLogger(LogEmailChannel.class);

	@Override
	public void send(Notification notification) {
		log.info("No mail server: notification {} of type {} ends here", notification.id(), notification.type());
	}

}
