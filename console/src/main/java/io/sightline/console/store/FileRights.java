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
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
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

	private boolean failed;

	private FileRights(@Nullable Path file) {
		this.file = file;
	}

	/**
	 * Create the file unless it is there.
	 * @param file the file, if there is one
	 * @return its rights
	 */
	static FileRights of(@Nullable Path file) {
		if (file == null || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			return new FileRights(null);
		}
		try {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
		}
		catch (FileAlreadyExistsException ex) {
			return new FileRights(file);
		}
		catch (IOException ex) {
			// The database says better what is wrong about it.
			return new FileRights(null);
		}
		return new FileRights(file);
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
			Set<PosixFilePermission> wanted = Files.getPosixFilePermissions(this.file);
			if (!Files.getPosixFilePermissions(wal).equals(wanted)) {
				Files.setPosixFilePermissions(wal, wanted);
			}
		}
		catch (NoSuchFileException ex) {
			return;
		}
		catch (IOException ex) {
			if (!this.failed) {
				log.warn("The rights of {} cannot be set: {}", wal, ex.toString());
			}
			this.failed = true;
		}
	}

}
