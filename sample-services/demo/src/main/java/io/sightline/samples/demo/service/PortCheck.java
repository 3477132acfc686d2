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

package io.sightline.samples.demo.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds out, before anything is started, which ports other programs hold.
 */
public final class PortCheck {

	private static final int STEP = 100;

	private final IntPredicate free;

	/**
	 * Create a check that tries each port.
	 */
	public PortCheck() {
		this(PortCheck::isFree);
	}

	PortCheck(IntPredicate free) {
		this.free = free;
	}

	/**
	 * Return which services cannot listen where they should.
	 * @param addresses the addresses wanted
	 * @return the services whose ports are taken
	 */
	public List<SampleService> taken(Addresses addresses) {
		return Arrays.stream(SampleService.values())
			.filter((service) -> !this.free.test(addresses.port(service)))
			.toList();
	}

	/**
	 * Return whether something can listen on a port.
	 * @param port the port
	 * @return whether it is free
	 */
	public boolean isFreePort(int port) {
		return this.free.test(port);
	}

	/**
	 * Explain which ports are taken and what to do about it.
	 * @param taken the services whose ports are taken
	 * @param addresses the addresses wanted
	 * @return the message
	 */
	public String explain(List<SampleService> taken, Addresses addresses) {
		String ports = taken.stream()
			.map((service) -> addresses.port(service) + " (" + service.id() + ")")
			.collect(Collectors.joining(", "));
		String what = ((taken.size() == 1) ? "port " : "ports ") + ports + " already in use by another program";
		OptionalInt offset = freeOffset();
		if (offset.isEmpty()) {
			return what + "; stop it first";
		}
		return what + "; stop it, or use --port-offset " + offset.getAsInt() + " to move every port";
	}

	private OptionalInt freeOffset() {
		return IntStream.iterate(STEP, (offset) -> offset <= Addresses.largestOffset(), (offset) -> offset + STEP)
			.filter((offset) -> taken(Addresses.movedBy(offset)).isEmpty())
			.findFirst();
	}

	private static boolean isFree(int port) {
		// Some systems allow a wildcard bind beside a loopback one: try both.
		return canBind(new InetSocketAddress(port))
				&& canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
	}

	private static boolean canBind(InetSocketAddress address) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.bind(address);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
