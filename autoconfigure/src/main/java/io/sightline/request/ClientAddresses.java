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

package io.sightline.request;

import java.util.List;

import io.sightline.context.IpRange;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address of the client behind proxies. What a proxy says is believed only if
 * it is one of ours; what is left of the first hop that is not could be made up.
 */
public final class ClientAddresses {

	private final List<IpRange> proxies;

	/**
	 * Creates a finder.
	 * @param proxies the addresses of proxies that are believed, in CIDR notation
	 */
	public ClientAddresses(List<String> proxies) {
		this.proxies = proxies.stream().map(IpRange::parse).toList();
	}

	/**
	 * The address of the client.
	 * @param peer the address at the other end of the connection
	 * @param forwarded the values of {@code X-Forwarded-For}
	 * @return the address, or {@code null} if there is none
	 */
	public @Nullable String find(@Nullable String peer, List<String> forwarded) {
		String client = peer;
		String[] hops = String.join(",", forwarded).split(",");
		for (int i = hops.length - 1; i >= 0 && isProxy(client); i--) {
			String hop = withoutPort(hops[i].strip());
			if (IpRange.address(hop) == null) {
				return client;
			}
			client = hop;
		}
		return client;
	}

	private boolean isProxy(@Nullable String hop) {
		byte[] address = this.proxies.isEmpty() ? null : IpRange.address(hop);
		return address != null && this.proxies.stream().anyMatch((range) -> range.contains(address));
	}

	private static String withoutPort(String hop) {
		int bracket = hop.indexOf(']');
		if (hop.startsWith("[") && bracket > 0) {
			return hop.substring(1, bracket);
		}
		int colon = hop.indexOf(':');
		return (colon > 0 && hop.indexOf(':', colon + 1) < 0) ? hop.substring(0, colon) : hop;
	}

}
