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

package io.sightline.request.reactive;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import io.sightline.context.RequestContext;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ZeroCopyHttpOutputMessage;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * Counts the bytes of a response's body, and tells whose response it is.
 */
class CountingResponse extends ServerHttpResponseDecorator {

	private final AtomicLong count = new AtomicLong();

	private final RequestContext context;

	private volatile boolean cancelled;

	CountingResponse(ServerHttpResponse response, RequestContext context) {
		super(response);
		this.context = context;
	}

	static CountingResponse of(ServerHttpResponse response, RequestContext context) {
		return (response instanceof ZeroCopyHttpOutputMessage) ? new ZeroCopy(response, context)
				: new CountingResponse(response, context);
	}

	/**
	 * The context of the request that a response is for, if the outermost layer opened
	 * one.
	 */
	static @Nullable RequestContext contextOf(ServerHttpResponse response) {
		ServerHttpResponse candidate = response;
		while (candidate instanceof ServerHttpResponseDecorator decorator) {
			if (candidate instanceof CountingResponse counting) {
				return counting.context;
			}
			candidate = decorator.getDelegate();
		}
		return null;
	}

	final long count() {
		return this.count.get();
	}

	/**
	 * Whether the server gave the body up before its end, as it does when the client went
	 * away. To the handler that looks like success.
	 */
	final boolean isCancelled() {
		return this.cancelled;
	}

	final void add(long bytes) {
		this.count.addAndGet(bytes);
	}

	@Override
	public final Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		return super.writeWith(counted(body));
	}

	@Override
	public final Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		return super.writeAndFlushWith(Flux.from(body).map(this::counted).doOnCancel(this::cancel));
	}

	private Publisher<? extends DataBuffer> counted(Publisher<? extends DataBuffer> body) {
		// A single buffer stays one: the server sets the length of the content from it.
		if (body instanceof Mono<? extends DataBuffer> mono) {
			return mono.doOnNext(this::add).doOnCancel(this::cancel);
		}
		return Flux.from(body).doOnNext(this::add).doOnCancel(this::cancel);
	}

	private void add(DataBuffer buffer) {
		add(buffer.readableByteCount());
	}

	private void cancel() {
		this.cancelled = true;
	}

	/**
	 * A response that can send files without reading them.
	 */
	private static final class ZeroCopy extends CountingResponse implements ZeroCopyHttpOutputMessage {

		ZeroCopy(ServerHttpResponse response, RequestContext context) {
			super(response, context);
		}

		@Override
		public Mono<Void> writeWith(File file, long position, long length) {
			return writeWith(file.toPath(), position, length);
		}

		@Override
		public Mono<Void> writeWith(Path file, long position, long length) {
			return ((ZeroCopyHttpOutputMessage) getDelegate()).writeWith(file, position, length)
				.doOnSuccess((done) -> add(length));
		}

	}

}
