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

package io.sightline.samples.demo.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.sightline.samples.demo.telemetry.Span;

/**
 * Draws a trace: a tree on the left, bars on one time axis on the right.
 */
final class Waterfall {

	private static final int BAR_WIDTH = 24;

	private static final int MAX_LABEL_WIDTH = 70;

	private final long start;

	private final long length;

	private final List<String> labels = new ArrayList<>();

	private final List<Span> spans = new ArrayList<>();

	private Waterfall(List<Span> trace) {
		this.start = trace.stream().mapToLong(Span::startNanos).min().orElse(0);
		this.length = Math.max(1, trace.stream().mapToLong(Span::endNanos).max().orElse(0) - this.start);
		TraceNode.roots(trace).forEach((root) -> add(root, "", ""));
	}

	static List<String> draw(List<Span> trace) {
		return new Waterfall(trace).lines();
	}

	private void add(TraceNode node, String branch, String indent) {
		this.labels.add(branch + node.span().service() + "  " + node.span().name());
		this.spans.add(node.span());
		int last = node.children().size() - 1;
		for (int i = 0; i <= last; i++) {
			add(node.children().get(i), indent + ((i < last) ? "├─ " : "└─ "), indent + ((i < last) ? "│  " : "   "));
		}
	}

	private List<String> lines() {
		int width = Math.min(MAX_LABEL_WIDTH, this.labels.stream().mapToInt(String::length).max().orElse(0));
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < this.labels.size(); i++) {
			Span span = this.spans.get(i);
			lines.add("%s  %-8s %s %8.1f ms%s".formatted(fit(this.labels.get(i), width),
					span.kind().name().toLowerCase(Locale.ROOT), bar(span), span.duration().toNanos() / 1e6,
					span.failed() ? "  ERROR" : ""));
		}
		return lines;
	}

	private String bar(Span span) {
		int from = Math.min(BAR_WIDTH - 1, cell(span.startNanos()));
		int to = Math.min(BAR_WIDTH, Math.max(from + 1, cell(span.endNanos())));
		return "▏" + " ".repeat(from) + "█".repeat(to - from) + " ".repeat(BAR_WIDTH - to) + "▕";
	}

	private int cell(long nanos) {
		return (int) Math.round((double) (nanos - this.start) * BAR_WIDTH / this.length);
	}

	private static String fit(String text, int width) {
		return (text.length() <= width) ? text + " ".repeat(width - text.length()) : text.substring(0, width - 1) + "…";
	}

}
