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

package io.sightline.tracing.export.autoconfigure;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Spans on disk while their receiver cannot be reached.
 *
 * @param directory Directory that keeps spans an OTLP receiver does not take, until it
 * does, also over a restart. One for each instance.
 * @param maxSize Maximum size of all that is kept.
 */
@ConfigurationProperties("sightline.tracing.spool")
record SpoolProperties(@Nullable Path directory, @DefaultValue("64MB") DataSize maxSize) {

}
