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

package io.sightline.console.sources;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

/**
 * A body up to a size. What is larger is never held.
 */
final class BoundedBody implements BodySubscriber<byte[]> {

	private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();

	private final long max;

	private long size;

	private Flow.@Nullable Subscription subscription;

	BoundedBody(long max) {
		this.max = max;
	}

	@Override
	public CompletionStage<byte[]> getBody() {
		return this.body.getBody();
	}

	@Override
	public void onSubscribe(Flow.Subscription source) {
		this.subscription = source;
		this.body.onSubscribe(source);
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		this.size += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
		if (this.size <= this.max) {
			this.body.onNext(buffers);
			return;
		}
		if (this.subscription != null) {
			this.subscription.cancel();
		}
		this.body.onError(new IOException("More than " + this.max + " bytes"));
	}

	@Override
	public void onError(Throwable failure) {
		this.body.onError(failure);
	}

	@Override
	public void onComplete() {
		this.body.onComplete();
	}

}
