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

import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/**
 * Sends an e-mail through the mail server that {@code spring.mail} names.
 */
final class SmtpEmailChannel implements EmailChannel {

	private final MailSender mail;

	private final String sender;

	SmtpEmailChannel(MailSender mail, String sender) {
		this.mail = mail;
		this.sender = sender;
	}

	@Override
	public void send(Notification notification) {
		SimpleMailMessage message = new SimpleMailMessage();
		message.setFrom(this.sender);
		message.setTo(notification.recipient());
		message.setSubject(notification.subject());
		message.setText(notification.body());
		this.mail.send(message);
	}

}
