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

package io.sightline.console.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets nobody but the owner read the files of a database, where the file system knows
 * such rights. The rights of a file that is there already stay, and go for its log, too.
 */
final class FileRights {

	private static final Logger log = LoggerFactory.getLogger(FileRights.class);

	private static final Set<PosixFilePermission> OWNER = EnumSet.of(PosixFilePermission.OWNER_READ,
			PosixFilePermission.OWNER_WRITE);

	private final @Nullable Path file;

	private final boolean created;

	private boolean failed;

	private FileRights(@Nullable Path file, boolean created) {
		this.file = file;
		this.created = created;
	}

	/**
	 * Look at the file before it is open.
	 * @param file the file, if there is one
	 * @return its rights
	 */
	static FileRights of(@Nullable Path file) {
		if (file == null || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			return new FileRights(null, false);
		}
		return new FileRights(file, !Files.exists(file));
	}

	/**
	 * Take the rights of others to the file, if it is new.
	 */
	void begin() {
		if (this.file != null && this.created) {
			set(this.file, OWNER);
		}
	}

	/**
	 * Give the log, which the database creates again and again, the rights of the file.
	 */
	void spread() {
		if (this.file == null) {
			return;
		}
		Path wal = this.file.resolveSibling(this.file.getFileName() + ".wal");
		try {
			set(wal, Files.getPosixFilePermissions(this.file));
		}
		catch (IOException ex) {
			failed(wal, ex);
		}
	}

	private void set(Path path, Set<PosixFilePermission> wanted) {
		try {
			if (!Files.getPosixFilePermissions(path).equals(wanted)) {
				Files.setPosixFilePermissions(path, wanted);
			}
		}
		catch (NoSuchFileException ex) {
			// There is no log between two.
		}
		catch (IOException ex) {
			failed(path, ex);
		}
	}

	private void failed(Path path, IOException problem) {
		if (!this.failed) {
			log.warn("The rights of {} cannot be set: {}", path, problem.toString());
		}
		this.failed = true;
	}

}
