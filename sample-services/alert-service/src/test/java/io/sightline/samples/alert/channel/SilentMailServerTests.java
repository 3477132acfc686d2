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

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.MailSender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A mail server that takes connections and says nothing, with the settings of the
 * service.
 */
class SilentMailServerTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
		.withPropertyValues("spring.mail.host=127.0.0.1");

	@Test
	@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void holdsUpTheChannelForAWhileOnly() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
			this.runner.withPropertyValues("spring.mail.port=" + silent.getLocalPort()).run((context) -> {
				EmailChannel channel = new EmailChannel(context.getBean(MailSender.class), "alerts@example.com",
						List.of("oncall@example.com"));
				assertThatExceptionOfType(DeliveryException.class).isThrownBy(() -> channel.send(Alerts.critical()))
					.matches(DeliveryException::isWorthRetry);
			});
		}
	}

	@Test
	void boundsEveryStep() {
		this.runner.run((context) -> assertThat(
				context.getEnvironment().getProperty("spring.mail.properties[mail.smtps.writetimeout]", Integer.class))
			.isPositive());
	}

}
