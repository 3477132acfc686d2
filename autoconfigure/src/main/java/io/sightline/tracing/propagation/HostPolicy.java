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

package io.sightline.tracing.propagation;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import io.sightline.context.IpRange;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts may be told what is not meant for everybody. Names are compared as they are
 * written and never looked up.
 */
public final class HostPolicy {

	private static final String ALL = "*";

	private static final String INTERNAL = "internal";

	private static final List<String> INTERNAL_DOMAINS = List.of(".internal", ".local", ".localhost", ".svc");

	private static final List<IpRange> PRIVATE = List
		.of("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1", "fc00::/7")
		.stream()
		.map(IpRange::parse)
		.toList();

	private final boolean all;

	private final List<Predicate<String>> rules;

	private HostPolicy(boolean all, List<Predicate<String>> rules) {
		this.all = all;
		this.rules = rules;
	}

	/**
	 * Reads a policy.
	 * @param values {@code *} for every host, {@code internal} for names without a dot,
	 * names that are not public and private addresses, names, {@code *.} and a domain, or
	 * addresses and ranges
	 * @return the policy
	 * @throws IllegalArgumentException if a value is none of these
	 */
	public static HostPolicy of(List<String> values) {
		List<String> words = values.stream().map((value) -> value.strip().toLowerCase(Locale.ROOT)).toList();
		return new HostPolicy(words.contains(ALL),
				words.stream().filter((word) -> !ALL.equals(word)).map(HostPolicy::rule).toList());
	}

	private static Predicate<String> rule(String word) {
		if (INTERNAL.equals(word)) {
			return HostPolicy::isInternal;
		}
		if (word.startsWith("*.") && isName(word.substring(2))) {
			return (host) -> host.endsWith(word.substring(1));
		}
		if (IpRange.address(word.split("/", 2)[0]) != null) {
			IpRange range = IpRange.parse(word);
			return (host) -> isIn(range, host);
		}
		if (!isName(word)) {
			throw new IllegalArgumentException(
					"'" + word + "' is not the name of a host, without scheme and port, nor an address or a range");
		}
		return word::equals;
	}

	private static boolean isName(String word) {
		return !word.isEmpty() && word.chars().allMatch((c) -> isLetter(c) || isDigit(c) || "-_.".indexOf(c) >= 0);
	}

	/**
	 * A name of digits alone may be an address in disguise.
	 */
	private static boolean isInternal(String host) {
		if (IpRange.address(host) != null) {
			return PRIVATE.stream().anyMatch((range) -> isIn(range, host));
		}
		boolean plain = host.indexOf('.') < 0 && host.indexOf(':') < 0 && !host.isEmpty() && isLetter(host.charAt(0));
		return plain || INTERNAL_DOMAINS.stream().anyMatch(host::endsWith);
	}

	private static boolean isIn(IpRange range, String host) {
		byte[] address = IpRange.address(host);
		return address != null && range.contains(address);
	}

	private static boolean isLetter(int c) {
		return c >= 'a' && c <= 'z';
	}

	private static boolean isDigit(int c) {
		return c >= '0' && c <= '9';
	}

	boolean isAll() {
		return this.all;
	}

	/**
	 * Whether a host may be told.
	 * @param host its name or address, or {@code null} if nobody knows
	 * @return {@code true} if it is on the list
	 */
	public boolean allows(@Nullable String host) {
		if (this.all || host == null) {
			return this.all;
		}
		String name = normalize(host);
		for (Predicate<String> rule : this.rules) {
			if (rule.test(name)) {
				return true;
			}
		}
		return false;
	}

	private static String normalize(String host) {
		String name = host.toLowerCase(Locale.ROOT);
		if (name.startsWith("[") && name.endsWith("]")) {
			return name.substring(1, name.length() - 1);
		}
		return (name.endsWith(".")) ? name.substring(0, name.length() - 1) : name;
	}

}
