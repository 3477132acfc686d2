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

package io.sightline.tracing.semconv;

import io.opentelemetry.api.common.AttributeKey;

/**
 * Attributes by OpenTelemetry's semantic conventions. A test compares them with
 * OpenTelemetry's own list, which is not on the class path of applications.
 */
final class SpanKeys {

	static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

	static final AttributeKey<String> REQUEST_METHOD = AttributeKey.stringKey("http.request.method");

	static final AttributeKey<String> REQUEST_METHOD_ORIGINAL = AttributeKey.stringKey("http.request.method_original");

	static final AttributeKey<Long> RESPONSE_STATUS = AttributeKey.longKey("http.response.status_code");

	static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");

	static final AttributeKey<String> URL_FULL = AttributeKey.stringKey("url.full");

	static final AttributeKey<String> URL_PATH = AttributeKey.stringKey("url.path");

	static final AttributeKey<String> URL_SCHEME = AttributeKey.stringKey("url.scheme");

	static final AttributeKey<String> URL_TEMPLATE = AttributeKey.stringKey("url.template");

	static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");

	static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");

	static final AttributeKey<String> PROTOCOL_VERSION = AttributeKey.stringKey("network.protocol.version");

	static final AttributeKey<String> MESSAGING_SYSTEM = AttributeKey.stringKey("messaging.system");

	static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");

	static final AttributeKey<String> PARTITION = AttributeKey.stringKey("messaging.destination.partition.id");

	static final AttributeKey<String> OPERATION_NAME = AttributeKey.stringKey("messaging.operation.name");

	static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");

	static final AttributeKey<String> CONSUMER_GROUP = AttributeKey.stringKey("messaging.consumer.group.name");

	static final AttributeKey<String> CLIENT_ID = AttributeKey.stringKey("messaging.client.id");

	static final AttributeKey<Long> KAFKA_OFFSET = AttributeKey.longKey("messaging.kafka.offset");

	static final AttributeKey<String> ROUTING_KEY = AttributeKey
		.stringKey("messaging.rabbitmq.destination.routing_key");

	static final AttributeKey<Long> DELIVERY_TAG = AttributeKey.longKey("messaging.rabbitmq.message.delivery_tag");

	static final AttributeKey<String> FUNCTION = AttributeKey.stringKey("code.function.name");

	static final AttributeKey<String> DB_SYSTEM = AttributeKey.stringKey("db.system.name");

	static final AttributeKey<String> DB_OPERATION = AttributeKey.stringKey("db.operation.name");

	static final AttributeKey<String> DB_TEXT = AttributeKey.stringKey("db.query.text");

	static final AttributeKey<String> DB_NAMESPACE = AttributeKey.stringKey("db.namespace");

	private SpanKeys() {
	}

}
