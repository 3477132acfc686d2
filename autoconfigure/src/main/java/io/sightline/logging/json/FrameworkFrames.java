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

package io.sightline.logging.json;

/**
 * The classes whose frames say nothing about the application: what carries a call from
 * the container to a controller and through a proxy.
 */
final class FrameworkFrames {

	private static final String[] PREFIXES = { "org.apache.catalina.", "org.apache.coyote.", "org.apache.tomcat.",
			"org.springframework.web.servlet.", "org.springframework.web.method.", "org.springframework.web.filter.",
			"org.springframework.web.reactive.", "org.springframework.security.web.", "org.springframework.aop.",
			"org.springframework.cglib.", "org.springframework.http.server.", "org.springframework.transaction.",
			"jakarta.servlet.", "java.lang.reflect.", "jdk.internal.", "jdk.proxy", "sun.reflect.", "com.sun.proxy.",
			"org.eclipse.jetty.", "reactor.core.", "reactor.netty.", "io.netty.", "io.micrometer.observation.",
			"java.util.concurrent.ThreadPoolExecutor", "java.lang.Thread", "java.lang.VirtualThread" };

	private static final String PROXY = "$$SpringCGLIB$$";

	private FrameworkFrames() {
	}

	static boolean contains(String className) {
		for (String prefix : PREFIXES) {
			if (className.startsWith(prefix)) {
				return true;
			}
		}
		return className.contains(PROXY);
	}

}
