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

package io.sightline.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.example.health.HealthApplication;
import org.awaitility.Awaitility;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database behind a proxy: down at the start, then there, then flapping once a second,
 * with the settings that everybody gets.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FlappingDatabaseIntegrationTests {

	private static final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static Server database;

	private static Connection keeper;

	private static ToggledProxy proxy;

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() throws Exception {
		database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
		String name = "/mem:flapping";
		keeper = DriverManager.getConnection("jdbc:h2:tcp://localhost:" + database.getPort() + name, "sa", "");
		proxy = new ToggledProxy(database.getPort());
		context = new SpringApplicationBuilder(HealthApplication.class).run("--server.port=0",
				"--spring.application.name=flapping", "--spring.data.jdbc.dialect=h2",
				"--spring.datasource.url=jdbc:h2:tcp://localhost:" + proxy.port() + name,
				"--spring.datasource.username=sa", "--spring.datasource.hikari.connection-timeout=500",
				"--spring.datasource.hikari.validation-timeout=300", "--sightline.health.checks.db.groups=readiness");
	}

	@AfterAll
	static void stop() throws Exception {
		context.close();
		proxy.close();
		keeper.close();
		database.stop();
	}

	@Test
	@Order(1)
	void startsWithoutDatabaseAndIsNotReady() {
		assertThat(status("/livez")).isEqualTo(200);
		assertThat(status("/readyz")).isEqualTo(503);
		assertThat(status("/startupz")).isEqualTo(200);
	}

	@Test
	@Order(2)
	void becomesReadyWhenDatabaseIsThere() {
		proxy.turn(true);
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> status("/readyz") == 200);
	}

	@Test
	@Order(3)
	void changesReadinessRarelyAndLivenessNeverWhileDatabaseFlaps() {
		List<Long> changes = new ArrayList<>();
		List<Integer> last = new ArrayList<>(List.of(200));
		long start = System.nanoTime();
		Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(500)).until(() -> {
			long elapsed = Duration.ofNanos(System.nanoTime() - start).toMillis();
			proxy.turn(elapsed / 1000 % 2 == 0);
			assertThat(status("/livez")).isEqualTo(200);
			int ready = status("/readyz");
			if (ready != last.set(0, ready)) {
				changes.add(elapsed);
			}
			return elapsed > 25_000;
		});
		for (int i = 1; i < changes.size(); i++) {
			assertThat(changes.get(i) - changes.get(i - 1)).isGreaterThanOrEqualTo(9_500);
		}
		assertThat(changes).hasSizeLessThan(3);
	}

	private static int status(String path) {
		String port = context.getEnvironment().getProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
		return client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).join().statusCode();
	}

}
