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

package io.sightline.console.openapi;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.sightline.console.ConsoleClient;
import io.sightline.console.ConsoleTest;
import io.sightline.console.Otlp;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The description of the API is what the code is, plus words. {@code -Ddocs.write=true}
 * writes what the code says and keeps the words that there are.
 */
@ConsoleTest
class OpenApiIntegrationTests {

	private static final Path FILE = Path.of("src/main/resources/openapi.json");

	private static final JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final ConsoleClient console;

	private final Map<RequestMappingInfo, HandlerMethod> handlers;

	private final Schemas schemas = new Schemas();

	OpenApiIntegrationTests(@LocalServerPort int port, @Autowired List<RequestMappingHandlerMapping> mappings) {
		this.console = new ConsoleClient(port);
		this.handlers = new HashMap<>();
		mappings.forEach((mapping) -> this.handlers.putAll(mapping.getHandlerMethods()));
	}

	@Test
	void describesTheApiAsItIs() throws IOException {
		JsonNode written = mapper.readTree(Files.readString(FILE));
		ObjectNode actual = document(written);
		if (Boolean.getBoolean("docs.write")) {
			Files.writeString(FILE, mapper.writeValueAsString(actual) + "\n");
		}
		assertThat(mapper.readTree(Files.readString(FILE))).as("write it with -Ddocs.write=true").isEqualTo(actual);
	}

	@Test
	void saysSomethingAboutEverything() throws IOException {
		JsonNode document = mapper.readTree(Files.readString(FILE));
		for (String words : List.of("summary", "description")) {
			assertThat(document.findValues(words)).filteredOn(JsonNode::isString)
				.isNotEmpty()
				.noneMatch((said) -> said.asString().isBlank());
		}
	}

	@Test
	void answersAsItIsDescribed() {
		this.console.traces(Otlp.of("described").request(1, 5, true, "a", "b"));
		this.console.logs(Otlp.of("described").line(17, "it broke", 1, 1));
		await().until(() -> this.console.ask("/api/traces/" + Otlp.traceId(1)).statusCode() == 200);
		await().until(() -> this.console.get("/api/overview").at("/store/logs/rows").asLong() > 0);
		JsonNode document = this.console.get("/api/openapi.json");
		assertThat(document.path("openapi").asString()).startsWith("3.1");
		check(document, "/api/overview", "/api/overview");
		check(document, "/api/services/{name}", "/api/services/described");
		check(document, "/api/traces", "/api/traces");
		check(document, "/api/traces/{id}", "/api/traces/" + Otlp.traceId(1));
		check(document, "/api/logs", "/api/logs");
		check(document, "/api/events/fields", "/api/events/fields");
		check(document, "/api/events/query", "/api/events/query");
		check(document, "/api/events/heatmap", "/api/events/heatmap");
	}

	private void check(JsonNode document, String template, String path) {
		JsonNode schema = document.path("paths")
			.path(template)
			.at("/get/responses/200/content/application~1json/schema");
		check(document, schema, this.console.get(path), path);
	}

	private static void check(JsonNode document, JsonNode schema, JsonNode value, String place) {
		JsonNode described = schema.has("$ref") ? document.at(schema.path("$ref").asString().substring(1)) : schema;
		if (described.has("properties")) {
			assertThat(value.propertyNames()).as(place)
				.containsExactlyInAnyOrderElementsOf(described.path("properties").propertyNames());
			value.forEachEntry(
					(name, part) -> check(document, described.path("properties").path(name), part, place + "/" + name));
		}
		else if (described.has("items")) {
			assertThat(value.isArray()).as(place).isTrue();
			value.forEach((item) -> check(document, described.path("items"), item, place + "[]"));
		}
	}

	private ObjectNode document(JsonNode written) {
		ObjectNode document = mapper.createObjectNode().put("openapi", "3.1.0");
		document.set("info", written.path("info"));
		document.set("security", written.path("security"));
		Map<String, ObjectNode> paths = new TreeMap<>();
		this.handlers.forEach((info, handler) -> info.getPatternValues()
			.stream()
			.filter((path) -> path.startsWith("/api/"))
			.forEach((path) -> {
				ObjectNode operations = paths.computeIfAbsent(path, (key) -> mapper.createObjectNode());
				for (RequestMethod method : info.getMethodsCondition().getMethods()) {
					String name = method.name().toLowerCase(Locale.ROOT);
					operations.set(name, operation(path, name, handler, written.path("paths").path(path).path(name)));
				}
			}));
		document.set("paths", mapper.valueToTree(paths));
		ObjectNode components = document.putObject("components");
		components.set("securitySchemes", written.at("/components/securitySchemes"));
		components.set("responses", written.at("/components/responses"));
		ObjectNode named = components.putObject("schemas");
		this.schemas.named().forEach(named::set);
		return document;
	}

	private ObjectNode operation(String path, String method, HandlerMethod handler, JsonNode written) {
		ObjectNode operation = mapper.createObjectNode();
		operation.put("operationId",
				handler.getBeanType().getSimpleName().replace("Controller", "") + "." + handler.getMethod().getName());
		operation.put("summary", written.path("summary").asString(""));
		ArrayNode parameters = operation.putArray("parameters");
		Matcher variables = Pattern.compile("\\{(\\w+)}").matcher(path);
		while (variables.find()) {
			parameters.add(parameter(variables.group(1), "path", written));
		}
		if (method.equals("get")) {
			asked(path).forEach((name) -> parameters.add(parameter(name, "query", written)));
		}
		if (written.has("requestBody")) {
			operation.set("requestBody", written.path("requestBody"));
		}
		ObjectNode responses = operation.putObject("responses");
		responses.putObject("200")
			.put("description", written.at("/responses/200/description").asString("The answer"))
			.putObject("content")
			.putObject("application/json")
			.set("schema", result(handler.getMethod()));
		responses.putObject("default").put("$ref", "#/components/responses/Problem");
		return operation;
	}

	private ObjectNode result(Method method) {
		Type type = method.getGenericReturnType();
		if (method.getReturnType() == ResponseEntity.class) {
			type = ((ParameterizedType) type).getActualTypeArguments()[0];
		}
		boolean known = type instanceof ParameterizedType || ((Class<?>) type).isRecord();
		return known ? this.schemas.of(type) : mapper.createObjectNode().put("type", "object");
	}

	private static ObjectNode parameter(String name, String in, JsonNode written) {
		for (JsonNode parameter : written.path("parameters")) {
			if (parameter.path("name").asString("").equals(name) && parameter.path("in").asString("").equals(in)) {
				return (ObjectNode) parameter;
			}
		}
		ObjectNode parameter = mapper.createObjectNode().put("name", name).put("in", in).put("description", "");
		parameter.put("required", in.equals("path"));
		parameter.putObject("schema").put("type", "string");
		return parameter;
	}

	/** Every endpoint says which parameters it knows when asked with another. */
	private List<String> asked(String path) {
		HttpResponse<String> response = this.console.ask(path.replaceAll("\\{\\w+}", Otlp.traceId(7)),
				"no-such-parameter", "1");
		Matcher known = Pattern.compile("is not known; there are \\[([^\\]]*)]").matcher(response.body());
		return (known.find() && !known.group(1).isEmpty()) ? List.of(known.group(1).split(", ")) : List.of();
	}

}
