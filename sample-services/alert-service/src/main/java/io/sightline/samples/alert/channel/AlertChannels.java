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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All channels.
 */
public final class AlertChannels implements AutoCloseable {

	private final AlertRoutes routes;

	private final Map<String, ChannelQueue> queues = new LinkedHashMap<>();

	AlertChannels(AlertRoutes routes, List<ChannelQueue> queues) {
		this.routes = routes;
		queues.forEach((queue) -> this.queues.put(queue.name(), queue));
	}

	/**
	 * The channels that an alert is routed to.
	 * @param alert the alert
	 * @return their names
	 */
	public Set<String> of(Alert alert) {
		return this.routes.of(alert, this.queues.keySet());
	}

	/**
	 * Tells of an alert by some channels. Returns at once.
	 * @param alert the alert
	 * @param names the names of the channels
	 * @param listener told how each delivery ended
	 */
	public void send(Alert alert, Set<String> names, Consumer<DeliveryReport> listener) {
		names.forEach((name) -> {
			ChannelQueue queue = this.queues.get(name);
			if (queue != null) {
				queue.add(alert, listener);
			}
		});
	}

	@Override
	public void close() {
		this.queues.values().forEach(ChannelQueue::close);
	}

}
