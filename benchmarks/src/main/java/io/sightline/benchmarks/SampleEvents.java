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

package io.sightline.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;

/**
 * The log event that everybody has to encode: two arguments, six entries in the MDC, and
 * what was thrown.
 */
final class SampleEvents {

	static final String TRACE_ID = "c1dbdc301c5f4197226a1d5acfa1258a";

	static final String SPAN_ID = "1cb8837e18e9e5b1";

	static final int FRAMES = 60;

	private static final String[] APPLICATION = { "com.example.shop.orders.OrderService",
			"com.example.shop.orders.OrderController", "com.example.shop.stock.StockClient",
			"com.example.shop.stock.StockClient$Reservation", "com.example.shop.pricing.DiscountPolicy" };

	private static final String[] FRAMEWORK = { "jdk.internal.reflect.DirectMethodHandleAccessor",
			"java.lang.reflect.Method", "org.springframework.web.method.support.InvocableHandlerMethod",
			"org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod",
			"org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter",
			"org.springframework.web.servlet.DispatcherServlet", "org.springframework.web.servlet.FrameworkServlet",
			"jakarta.servlet.http.HttpServlet", "org.apache.catalina.core.ApplicationFilterChain",
			"org.springframework.web.filter.OncePerRequestFilter",
			"org.springframework.web.filter.CharacterEncodingFilter", "org.apache.catalina.core.StandardWrapperValve",
			"org.apache.catalina.core.StandardContextValve", "org.apache.catalina.authenticator.AuthenticatorBase",
			"org.apache.catalina.core.StandardHostValve", "org.apache.catalina.valves.ErrorReportValve",
			"org.apache.coyote.http11.Http11Processor", "org.apache.tomcat.util.net.NioEndpoint$SocketProcessor" };

	private static final String[] METHODS = { "invoke", "doFilter", "doFilterInternal", "handle", "service", "process",
			"invokeForRequest" };

	private SampleEvents() {
	}

	static LoggingEvent create(LoggerContext context, Thrown thrown) {
		LoggingEvent event = new LoggingEvent(SampleEvents.class.getName(),
				context.getLogger("com.example.shop.orders.OrderController"), Level.INFO,
				"Order {} belongs to customer {}", thrown.create(), new Object[] { 4711L, "customer-4711" });
		event.setThreadName("http-nio-127.0.0.1-28180-exec-8");
		event.setMDCPropertyMap(mdc());
		return event;
	}

	private static Map<String, String> mdc() {
		Map<String, String> mdc = new LinkedHashMap<>();
		mdc.put("traceId", TRACE_ID);
		mdc.put("spanId", SPAN_ID);
		mdc.put("tenant", "acme");
		mdc.put("userId", "u-1029384756");
		mdc.put("requestId", "6d0f0c0e-7d0d-4d5e-9a38-0b7a5e6f3c21");
		mdc.put("route", "/orders/{id}");
		return mdc;
	}

	static Throwable thrown(int applicationFrames) {
		StackTraceElement[] frames = new StackTraceElement[FRAMES];
		for (int i = 0; i < FRAMES; i++) {
			String[] classes = (i < applicationFrames) ? APPLICATION : FRAMEWORK;
			String name = classes[i % classes.length];
			String file = name.substring(name.lastIndexOf('.') + 1).replaceAll("\\$.*", "") + ".java";
			frames[i] = new StackTraceElement(name, METHODS[i % METHODS.length], file, 40 + i * 7);
		}
		IllegalStateException thrown = new IllegalStateException("Stock service said \"no\" for order 4711");
		thrown.setStackTrace(frames);
		return thrown;
	}

}
