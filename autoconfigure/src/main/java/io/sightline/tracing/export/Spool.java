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

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Batches on disk that wait for a receiver, oldest first, in files named by their order
 * and how many spans they hold. Belongs to one process at a time. Used by one thread at a
 * time; counts may be read by any.
 */
public final class Spool implements AutoCloseable {

	private final Path directory;

	private final long maxSize;

	private final FileChannel channel;

	private final Deque<SpoolFile> files = new ArrayDeque<>();

	private final AtomicLong spans = new AtomicLong();

	private long size;

	private long next;

	private Spool(Path directory, long maxSize, FileChannel channel) {
		this.directory = directory;
		this.maxSize = maxSize;
		this.channel = channel;
	}

	/**
	 * Opens a spool, with what an earlier process left in it.
	 * @param directory where it is, created if it is missing
	 * @param maxSize how many bytes it may take
	 * @return the spool
	 * @throws IOException if the directory cannot be used, or another process uses it
	 */
	public static Spool open(Path directory, long maxSize) throws IOException {
		Files.createDirectories(directory);
		FileChannel channel = FileChannel.open(directory.resolve("spool.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		Spool spool = new Spool(directory, maxSize, channel);
		try {
			spool.lock();
			spool.load();
			return spool;
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
	}

	private void lock() throws IOException {
		try {
			@Nullable FileLock lock = this.channel.tryLock();
			if (lock == null) {
				throw new IOException("another process uses " + this.directory);
			}
		}
		catch (OverlappingFileLockException ex) {
			throw new IOException("another application in this process uses " + this.directory, ex);
		}
	}

	private void load() throws IOException {
		try (Stream<Path> paths = Files.list(this.directory)) {
			List<SpoolFile> found = paths.map(SpoolFile::of)
				.filter(Objects::nonNull)
				.map(Objects::requireNonNull)
				.sorted(Comparator.comparingLong(SpoolFile::number))
				.toList();
			for (SpoolFile file : found) {
				add(file);
				this.next = file.number() + 1;
			}
		}
	}

	/**
	 * Keeps a batch.
	 * @return {@code false} if there is no room, or the disk refuses
	 */
	boolean add(byte[] message, int count) {
		if (this.size + message.length > this.maxSize) {
			return false;
		}
		SpoolFile file = SpoolFile.of(this.directory, this.next, count, message.length);
		Path temporary = this.directory.resolve("writing.tmp");
		try {
			Files.write(temporary, message);
			Files.move(temporary, file.path(), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			return false;
		}
		this.next++;
		add(file);
		return true;
	}

	private void add(SpoolFile file) {
		this.files.add(file);
		this.size += file.size();
		this.spans.addAndGet(file.spans());
	}

	@Nullable SpoolFile oldest() {
		return this.files.peek();
	}

	/**
	 * Forgets the oldest batch, which was delivered or cannot be.
	 */
	void removeOldest() {
		SpoolFile file = this.files.poll();
		if (file != null) {
			file.delete();
			this.size -= file.size();
			this.spans.addAndGet(-file.spans());
		}
	}

	boolean isEmpty() {
		return this.files.isEmpty();
	}

	/**
	 * How many spans are kept.
	 * @return the number
	 */
	public long spans() {
		return this.spans.get();
	}

	/**
	 * Lets another process use the directory. What is kept stays.
	 */
	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
