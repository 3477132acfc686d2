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

package io.sightline.tracing.sampling;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.InstrumentationLibraryInfo;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/**
 * What is essential of a span. Holds nothing else of it, so that the rest can be
 * collected.
 */
final class ReducedSpan implements SpanData {

	private final String name;

	private final SpanKind kind;

	private final SpanContext context;

	private final SpanContext parent;

	private final StatusData status;

	private final long start;

	private final long end;

	private final Attributes attributes;

	private final int totalAttributes;

	private final int totalEvents;

	private final List<LinkData> links;

	private final int totalLinks;

	private final InstrumentationScopeInfo scope;

	private final Resource resource;

	ReducedSpan(SpanData span, Attributes attributes) {
		this.name = span.getName();
		this.kind = span.getKind();
		this.context = span.getSpanContext();
		this.parent = span.getParentSpanContext();
		this.status = span.getStatus();
		this.start = span.getStartEpochNanos();
		this.end = span.getEndEpochNanos();
		this.attributes = attributes;
		this.totalAttributes = span.getTotalAttributeCount();
		this.totalEvents = span.getTotalRecordedEvents();
		this.links = List.copyOf(span.getLinks());
		this.totalLinks = span.getTotalRecordedLinks();
		this.scope = span.getInstrumentationScopeInfo();
		this.resource = span.getResource();
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public SpanKind getKind() {
		return this.kind;
	}

	@Override
	public SpanContext getSpanContext() {
		return this.context;
	}

	@Override
	public SpanContext getParentSpanContext() {
		return this.parent;
	}

	@Override
	public StatusData getStatus() {
		return this.status;
	}

	@Override
	public long getStartEpochNanos() {
		return this.start;
	}

	@Override
	public long getEndEpochNanos() {
		return this.end;
	}

	@Override
	public boolean hasEnded() {
		return true;
	}

	@Override
	public Attributes getAttributes() {
		return this.attributes;
	}

	@Override
	public int getTotalAttributeCount() {
		return this.totalAttributes;
	}

	@Override
	public List<EventData> getEvents() {
		return List.of();
	}

	@Override
	public int getTotalRecordedEvents() {
		return this.totalEvents;
	}

	@Override
	public List<LinkData> getLinks() {
		return this.links;
	}

	@Override
	public int getTotalRecordedLinks() {
		return this.totalLinks;
	}

	@Override
	public InstrumentationScopeInfo getInstrumentationScopeInfo() {
		return this.scope;
	}

	@Deprecated
	@Override
	public InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
		return InstrumentationLibraryInfo.create(this.scope.getName(), this.scope.getVersion(),
				this.scope.getSchemaUrl());
	}

	@Override
	public Resource getResource() {
		return this.resource;
	}

}
