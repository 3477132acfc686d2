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

package io.sightline.samples.common.peer;

import io.sightline.samples.common.peer.PeerProperties.Target;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.client.RestClient;

/**
 * The services that a service can call. Each client comes from Boot's builder, so that it
 * is observed and has the time-outs of {@code spring.http.clients}.
 */
public final class Peers {

	private final ObjectProvider<RestClient.Builder> builders;

	private final PeerProperties properties;

	Peers(ObjectProvider<RestClient.Builder> builders, PeerProperties properties) {
		this.builders = builders;
		this.properties = properties;
	}

	public Peer user() {
		return peer("user-service", this.properties.user());
	}

	public Peer order() {
		return peer("order-service", this.properties.order());
	}

	public Peer payment() {
		return peer("payment-service", this.properties.payment());
	}

	public Peer inventory() {
		return peer("inventory-service", this.properties.inventory());
	}

	public Peer notification() {
		return peer("alert-service", this.properties.notification());
	}

	private Peer peer(String name, Target target) {
		return new Peer(name, this.builders.getObject().baseUrl(target.url()).build());
	}

}
