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

package io.sightline.tracing.export;

import java.util.List;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.export.GrpcSenderProvider;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;

/**
 * Gives an OTLP exporter senders that tell a channel what they know. Set it as component
 * loader of the exporter's builder, and switch the builder's own retry off.
 */
public final class OtlpSenders implements ComponentLoader {

	private final OtlpChannel channel;

	private final ComponentLoader delegate;

	/**
	 * Creates a loader.
	 * @param channel the channel
	 * @param delegate finds everything else
	 */
	public OtlpSenders(OtlpChannel channel, ComponentLoader delegate) {
		this.channel = channel;
		this.delegate = delegate;
	}

	@Override
	public <T> Iterable<T> load(Class<T> type) {
		if (type == HttpSenderProvider.class) {
			HttpSenderProvider provider = (config) -> new OtlpHttpSender(config, this.channel);
			return List.of(type.cast(provider));
		}
		if (type == GrpcSenderProvider.class) {
			return ComponentLoader.loadList(this.delegate, GrpcSenderProvider.class)
				.stream()
				.map((provider) -> type.cast(observed(provider)))
				.toList();
		}
		return this.delegate.load(type);
	}

	private GrpcSenderProvider observed(GrpcSenderProvider provider) {
		return (config) -> new OtlpGrpcSender(provider.createSender(config), config, this.channel);
	}

}
