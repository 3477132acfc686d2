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

package io.sightline.samples.alert.channel;

import java.util.List;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/**
 * Sends an e-mail through the mail server that {@code spring.mail} names.
 */
final class EmailChannel implements AlertChannel {

	static final String NAME = "email";

	private final MailSender mail;

	private final String sender;

	private final List<String> recipients;

	EmailChannel(MailSender mail, String sender, List<String> recipients) {
		this.mail = mail;
		this.sender = sender;
		this.recipients = List.copyOf(recipients);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public void send(Alert alert) throws DeliveryException {
		SimpleMailMessage message = new SimpleMailMessage();
		message.setFrom(this.sender);
		message.setTo(this.recipients.toArray(String[]::new));
		message.setSubject(alert.title());
		message.setText(alert.text());
		try {
			this.mail.send(message);
		}
		catch (MailAuthenticationException ex) {
			throw DeliveryException.permanent(ex.getClass().getSimpleName());
		}
		catch (MailException ex) {
			throw DeliveryException.temporary(ex.getClass().getSimpleName(), null);
		}
	}

}
