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

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.sightline.context.RequestContext;
import io.sightline.context.TraceIds;
import io.sightline.identity.ServiceIdentity;

/**
 * Who wrote the line, and the trace and the request that it belongs to.
 */
final class ContextFields {

	private static final Pattern NOT_IN_DATASET = Pattern.compile("[\\\\/*?\"<>| ,#:-]");

	private static final int MAX_DATASET = 100;

	private static final String DATASET_SUFFIX = ".log";

	private final ServiceIdentity identity;

	private final String tracePrefix;

	ContextFields(ServiceIdentity identity) {
		this.identity = identity;
		String project = identity.attributes().get("cloud.account.id");
		this.tracePrefix = (project != null) ? "projects/" + project + "/traces/" : "";
	}

	void register(Map<LogField, FieldSource> sources) {
		sources.put(LogField.TRACE_ID, ofTrace((line, name, trace) -> line.write(name, trace.traceId())));
		sources.put(LogField.TRACE_RESOURCE,
				ofTrace((line, name, trace) -> line.write(name, this.tracePrefix + trace.traceId())));
		sources.put(LogField.SPAN_ID, ofTrace((line, name, trace) -> line.write(name, trace.spanId())));
		sources.put(LogField.TRACE_FLAGS, ofTrace((line, name, trace) -> line.write(name, trace.flags())));
		sources.put(LogField.TRACE_FLAGS_NUMBER,
				ofTrace((line, name, trace) -> line.write(name, Integer.parseInt(trace.flags(), 16))));
		sources.put(LogField.SAMPLED, ofTrace((line, name, trace) -> line.write(name, trace.sampled())));
		sources.put(LogField.REQUEST_ID, ofRequest((line, name, request) -> line.write(name, request.requestId())));
		sources.put(LogField.USER_ID, ofRequest((line, name, request) -> line.writePermitted(name, request.userId())));
		sources.put(LogField.CLIENT_IP,
				ofRequest((line, name, request) -> line.write(name, request.caller().clientIp())));
		sources.put(LogField.USER_AGENT,
				ofRequest((line, name, request) -> line.writePermitted(name, request.caller().userAgent())));
		sources.put(LogField.HTTP_METHOD, ofRequest((line, name, request) -> line.write(name, request.method())));
		sources.put(LogField.HTTP_ROUTE, ofRequest((line, name, request) -> line.write(name, request.route())));
		sources.put(LogField.URL_PATH, ofRequest((line, name, request) -> line.writePermitted(name, request.path())));
	}

	/**
	 * What is the same on every line.
	 */
	Map<LogField, String> constants() {
		return Map.of(LogField.SERVICE, this.identity.name(), LogField.ENVIRONMENT, this.identity.environment(),
				LogField.VERSION, this.identity.version(), LogField.INSTANCE, this.identity.instance(),
				LogField.DATASET, dataset(this.identity.name()));
	}

	/**
	 * The name of an index may be made of it, which allows for few characters.
	 */
	private static String dataset(String service) {
		String name = NOT_IN_DATASET.matcher(service.toLowerCase(Locale.ROOT)).replaceAll("_");
		return SafeText.cut(name, MAX_DATASET - DATASET_SUFFIX.length()) + DATASET_SUFFIX;
	}

	private static FieldSource ofTrace(PartSource<TraceIds> source) {
		return (line, name) -> {
			TraceIds trace = line.event().trace();
			if (trace != null) {
				source.write(line, name, trace);
			}
		};
	}

	private static FieldSource ofRequest(PartSource<RequestContext> source) {
		return (line, name) -> {
			RequestContext request = line.event().request();
			if (request != null) {
				source.write(line, name, request);
			}
		};
	}

	@FunctionalInterface
	private interface PartSource<T> {

		void write(Line line, byte[] name, T part);

	}

}
