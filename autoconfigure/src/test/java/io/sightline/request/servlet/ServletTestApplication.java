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

package io.sightline.request.servlet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.ObservationRegistry;
import io.sightline.context.WideEvent;
import io.sightline.context.WideEventContributor;
import io.sightline.tracing.http.ObservedHttpClient;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * One handler for each way in which a request can end.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ServletTestApplication {

	@Bean
	WideEventContributor contributor() {
		return (event, request) -> event.put("from.contributor", request.status());
	}

	@Bean
	WideEventContributor failingContributor() {
		return (event, request) -> {
			throw new IllegalStateException("contributor");
		};
	}

	@Bean
	@Order(0)
	Filter testFilter() {
		return new TestFilter();
	}

	static final class TestFilter extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			switch (request.getRequestURI()) {
				case "/filter-fails" -> throw new IllegalStateException("filter");
				case "/rejected" -> response.sendError(403);
				case "/raw-async" -> complete(request.startAsync());
				case "/user" -> chain.doFilter(new Authenticated(request), response);
				default -> chain.doFilter(request, response);
			}
		}

		private static void complete(AsyncContext async) {
			async.start(() -> {
				try {
					async.getResponse().getOutputStream().print("raw");
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
				async.complete();
			});
		}

	}

	static final class Authenticated extends HttpServletRequestWrapper {

		Authenticated(HttpServletRequest request) {
			super(request);
		}

		@Override
		public Principal getUserPrincipal() {
			return () -> "ada";
		}

	}

	@RestController
	static class Handlers {

		private final RestClient client;

		private final JdbcTemplate jdbc;

		private final HttpClient jdkClient;

		Handlers(RestClient.Builder client, JdbcTemplate jdbc, ObservationRegistry registry) {
			this.client = client.build();
			this.jdbc = jdbc;
			this.jdkClient = ObservedHttpClient.of(HttpClient.newHttpClient(), registry);
		}

		@GetMapping("/orders/{id}")
		String order(@PathVariable String id) {
			return "örder " + id;
		}

		@GetMapping("/user")
		String user() {
			return "user";
		}

		@GetMapping("/callable")
		Callable<String> callable() {
			return () -> "callable";
		}

		@GetMapping("/deferred")
		DeferredResult<String> deferred() {
			DeferredResult<String> result = new DeferredResult<>();
			ForkJoinPool.commonPool().execute(() -> result.setResult("deferred"));
			return result;
		}

		@GetMapping("/deferred-times-out")
		DeferredResult<String> deferredTimesOut() {
			return new DeferredResult<>(1L);
		}

		@GetMapping("/stream")
		StreamingResponseBody stream() {
			return (out) -> out.write("streamed".getBytes(StandardCharsets.UTF_8));
		}

		@GetMapping("/endless")
		StreamingResponseBody endless() {
			return (out) -> {
				byte[] block = new byte[8192];
				for (int i = 0; i < 100_000; i++) {
					out.write(block);
					out.flush();
				}
			};
		}

		@GetMapping("/events")
		SseEmitter events() {
			SseEmitter emitter = new SseEmitter(5_000L);
			ForkJoinPool.commonPool().execute(() -> {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
				try {
					emitter.send("event");
				}
				catch (IOException ex) {
					emitter.completeWithError(ex);
				}
				emitter.complete();
			});
			return emitter;
		}

		@GetMapping("/async-fails")
		Callable<String> asyncFails() {
			return () -> {
				throw new IllegalStateException("async");
			};
		}

		@GetMapping({ "/fails", "/fails-too", "/fails-body" })
		String fails() {
			throw new IllegalStateException("it failed");
		}

		@GetMapping({ "/handled", "/handled-too" })
		String handled() {
			throw new IllegalArgumentException("handled");
		}

		@GetMapping("/sends-error")
		void sendsError(HttpServletResponse response) throws IOException {
			response.sendError(502);
		}

		@GetMapping("/redirects")
		ResponseEntity<Void> redirects() {
			return ResponseEntity.status(302).header("Location", "/elsewhere").build();
		}

		@GetMapping("/adds")
		String adds() throws InterruptedException {
			WideEvent.current().put("order.total", 12.5).put("status_code", 1);
			CountDownLatch done = new CountDownLatch(1);
			new Thread(ContextSnapshotFactory.builder().build().captureAll().wrap(() -> {
				WideEvent.current().put("from.child", true);
				done.countDown();
			})).start();
			done.await();
			return "added";
		}

		@GetMapping("/calls")
		String calls(HttpServletRequest request) throws IOException, InterruptedException {
			String url = "http://localhost:" + request.getServerPort() + "/orders/9";
			this.client.get().uri(url).retrieve().toBodilessEntity();
			this.jdkClient.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());
			WideEvent.current().dbQuery(5);
			WideEvent.current().dbQuery(5);
			WideEvent.current().dbQuery(5);
			return String.valueOf(this.client.get().uri(url).retrieve().body(String.class));
		}

		@GetMapping("/queries")
		String queries() throws InterruptedException {
			this.jdbc.queryForList("select 1 from system_range(1, 100000)");
			this.jdbc.batchUpdate("create table if not exists t (id int)", "insert into t values (1)");
			try {
				this.jdbc.execute("select nothing from nowhere");
			}
			catch (BadSqlGrammarException ex) {
				Thread child = new Thread(ContextSnapshotFactory.builder()
					.build()
					.captureAll()
					.wrap(() -> this.jdbc.execute("select 1")));
				child.start();
				child.join();
			}
			return "queried";
		}

		@GetMapping("/problem")
		ProblemDetail problem() {
			return ProblemDetail.forStatus(418);
		}

		@GetMapping("/slow")
		String slow() {
			long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1_510);
			while (System.nanoTime() < end) {
				LockSupport.parkNanos(1_000_000);
			}
			return "slow";
		}

		@ExceptionHandler(IllegalArgumentException.class)
		ResponseEntity<String> handle(IllegalArgumentException ex) {
			return ResponseEntity.status(422).body("handled");
		}

	}

}
