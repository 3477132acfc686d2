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

package io.sightline.context;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

/**
 * A range of IP addresses in CIDR notation. Names are never looked up.
 */
public final class IpRange {

	private static final int MAX_LITERAL_LENGTH = 64;

	private final byte[] network;

	private final int bits;

	private IpRange(byte[] network, int bits) {
		this.network = network;
		this.bits = bits;
	}

	/**
	 * Reads a range.
	 * @param text an address, or an address and the length of the prefix
	 * @return the range
	 */
	public static IpRange parse(String text) {
		int slash = text.indexOf('/');
		byte[] network = address((slash < 0) ? text : text.substring(0, slash));
		if (network == null) {
			throw invalid(text);
		}
		int all = network.length * 8;
		try {
			int bits = (slash < 0) ? all : Integer.parseInt(text.substring(slash + 1));
			if (bits >= 0 && bits <= all) {
				return new IpRange(network, bits);
			}
		}
		catch (NumberFormatException ex) {
			// Refused below.
		}
		throw invalid(text);
	}

	private static IllegalArgumentException invalid(String text) {
		return new IllegalArgumentException(
				"'" + text + "' is not an IP address or a range such as 10.0.0.0/8 or fd00::/8");
	}

	/**
	 * Whether an address is in this range.
	 * @param address the bytes of the address
	 * @return {@code false} also for an address of the other version
	 */
	public boolean contains(byte[] address) {
		if (address.length != this.network.length) {
			return false;
		}
		int whole = this.bits / 8;
		for (int i = 0; i < whole; i++) {
			if (address[i] != this.network[i]) {
				return false;
			}
		}
		int mask = (0xff00 >> (this.bits % 8)) & 0xff;
		return mask == 0 || (address[whole] & mask) == (this.network[whole] & mask);
	}

	/**
	 * The bytes of an address.
	 * @param text the address as text
	 * @return the bytes, or {@code null} if the text is no address
	 */
	public static byte @Nullable [] address(@Nullable String text) {
		if (text == null || text.length() > MAX_LITERAL_LENGTH) {
			return null;
		}
		if (text.indexOf(':') < 0) {
			return v4(text);
		}
		try {
			// With a colon in it, text is read as an IPv6 address or refused.
			return InetAddress.getByName(text).getAddress();
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

	private static byte @Nullable [] v4(String text) {
		String[] parts = text.split("\\.", -1);
		if (parts.length != 4) {
			return null;
		}
		byte[] address = new byte[4];
		for (int i = 0; i < 4; i++) {
			boolean digits = !parts[i].isEmpty() && parts[i].length() <= 3
					&& parts[i].chars().allMatch((c) -> c >= '0' && c <= '9');
			int value = digits ? Integer.parseInt(parts[i]) : 256;
			if (value > 255) {
				return null;
			}
			address[i] = (byte) value;
		}
		return address;
	}

}
