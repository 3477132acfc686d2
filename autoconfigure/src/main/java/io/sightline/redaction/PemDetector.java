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

package io.sightline.redaction;

/**
 * Finds private keys in PEM form, from their second dash. Certificates and public keys
 * stay.
 */
final class PemDetector implements Detector {

	private static final String BEGIN = "-----BEGIN ";

	private static final String END = "-----END ";

	private static final String DASHES = "-----";

	private static final int MAX_LABEL = 64;

	@Override
	public long find(String text, int at) {
		int start = at - 1;
		return isAt(text, start) ? Span.of(start, end(text, start)) : Span.NONE;
	}

	// A secret that some other sign ends early goes on as long as the key in it.
	static int endWithin(String text, String secret, int start, int end) {
		for (int i = secret.indexOf(DASHES); i >= 0; i = secret.indexOf(DASHES, i + 1)) {
			if (isAt(text, start + i)) {
				return Math.max(end, end(text, start + i));
			}
		}
		return end;
	}

	static boolean isAt(String text, int at) {
		if (!text.startsWith(BEGIN, at)) {
			return false;
		}
		int from = at + BEGIN.length();
		String label = text.substring(from, Math.min(text.length(), from + MAX_LABEL));
		int close = label.indexOf(DASHES);
		return label.substring(0, (close < 0) ? label.length() : close).contains("PRIVATE KEY");
	}

	// End of the block that begins here, which is the end of the text if it was cut.
	static int end(String text, int at) {
		int end = text.indexOf(END, at);
		int close = (end < 0) ? -1 : text.indexOf(DASHES, end + END.length());
		return (close < 0) ? text.length() : close + DASHES.length();
	}

}
