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

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The one decision about what must not leave the application, for every signal: log
 * lines, spans, tags, baggage and wide events. Immutable and safe for use from any
 * thread. It fails closed: a value on which a rule fails is replaced by {@value #FAILED},
 * and no method throws because of a value.
 */
public final class RedactionPolicy {

	/**
	 * What {@link RedactionMode#MASK} puts in the place of a secret.
	 */
	public static final String MASK = "******";

	/**
	 * What stands for a value that could not be redacted.
	 */
	public static final String FAILED = "[redaction failed]";

	private final boolean active;

	private final SecretKeys keys;

	private final Replacement replacement;

	private final Texts texts;

	private final Urls urls;

	private final Redactions redactions;

	private final List<Redactor> redactors;

	private RedactionPolicy(RedactionRules rules, boolean active) {
		this.active = active;
		this.redactions = new Redactions();
		this.redactors = List.of();
		this.keys = new SecretKeys(rules.keys(), rules.allowedKeys());
		this.replacement = new Replacement(rules.mode(), rules.hashSalt(), this.redactions);
		this.urls = new Urls(this.keys, this.replacement);
		this.texts = new Texts(new TextScanner(this.keys, rules.emails(), this.replacement),
				new CustomPatterns(rules.patterns(), this.replacement));
	}

	private RedactionPolicy(RedactionPolicy policy, List<Redactor> redactors) {
		this.active = policy.active;
		this.keys = policy.keys;
		this.replacement = policy.replacement;
		this.texts = policy.texts;
		this.urls = policy.urls;
		this.redactions = policy.redactions;
		this.redactors = List.copyOf(redactors);
	}

	/**
	 * A policy of the built-in rules and the given ones.
	 * @param rules what to add to the built-in rules
	 * @return a policy
	 * @throws InvalidRedactionPatternException if a pattern is not a regular expression
	 */
	public static RedactionPolicy from(RedactionRules rules) {
		return new RedactionPolicy(rules, true);
	}

	/**
	 * A policy that lets everything pass.
	 * @return the policy of an application that has switched redaction off
	 */
	public static RedactionPolicy disabled() {
		return new RedactionPolicy(RedactionRules.defaults(), false);
	}

	/**
	 * The same policy, counting with the same counters, that asks these redactors too.
	 * @param redactors the application's redactors in their order
	 * @return a policy
	 */
	public RedactionPolicy withRedactors(List<Redactor> redactors) {
		return new RedactionPolicy(this, redactors);
	}

	/**
	 * Whether only built-in rules decide about free text, with the user's own keys or
	 * not. None of them recognises a line of a stack trace by the lines around it.
	 * @return {@code false} if there are patterns or redactors of the application
	 */
	public boolean isBuiltIn() {
		return this.redactors.isEmpty() && !this.texts.hasPatterns();
	}

	/**
	 * Whether the value of a field or parameter with this name is secret.
	 * @param name the name, in any style of writing
	 * @return {@code true} if its value must not leave
	 */
	public boolean isSecretKey(String name) {
		return this.active && this.keys.isSecret(name);
	}

	/**
	 * Redact free text, such as a log or exception message.
	 * @param value the text
	 * @return the same instance if there is nothing to redact
	 */
	public String text(String value) {
		return text("", value);
	}

	/**
	 * Redact free text of which only the beginning is wanted. Use this rather than
	 * cutting before or after: a secret across the cut is seen as a whole.
	 * @param value the text
	 * @param maxLength number of characters of the text to keep; a replacement at the end
	 * may be longer than what it replaces
	 * @return the same instance if there is nothing to redact and nothing to cut
	 */
	public String text(String value, int maxLength) {
		return text("", value, maxLength);
	}

	String text(String key, String value) {
		return text(key, value, Integer.MAX_VALUE);
	}

	private String text(String key, String value, int maxLength) {
		if (!this.active) {
			return TextScanner.cut(value, maxLength);
		}
		try {
			String redacted = this.texts.redact(value, maxLength);
			return (this.redactors.isEmpty()) ? redacted : askRedactors(key, redacted);
		}
		catch (Throwable ex) {
			return failed();
		}
	}

	private String askRedactors(String key, String value) {
		String current = value;
		for (Redactor redactor : this.redactors) {
			String replaced = redactor.redact(key, current);
			if (replaced != null && !replaced.equals(current)) {
				this.redactions.replaced();
				current = replaced;
			}
		}
		return current;
	}

	/**
	 * Redact the value of a field, with the fields of maps and the elements of
	 * collections and arrays in it. Other objects come back as they are: redact what they
	 * are rendered to.
	 * @param key name of the field
	 * @param value its value
	 * @return the same instance if there is nothing to redact, or {@code null} if the
	 * field is to be left out
	 */
	public @Nullable Object value(String key, @Nullable Object value) {
		if (!this.active) {
			return value;
		}
		try {
			return new Values(this).redact(key, value, 0);
		}
		catch (Throwable ex) {
			return failed();
		}
	}

	@Nullable Object secret(Object value) {
		String secret = String.valueOf(value);
		boolean harmless = secret.isEmpty() || Replacement.isAt(secret, 0, secret.length());
		return (harmless) ? value : this.replacement.ofField(secret);
	}

	/**
	 * Redact a URL: take the user information out, and redact the values of secret
	 * parameters and whatever else looks like a secret.
	 * @param url an absolute or relative URL
	 * @return the same instance if there is nothing to redact
	 */
	public String url(String url) {
		if (!this.active) {
			return url;
		}
		try {
			String redacted = this.texts.redactUrl(this.urls.redact(url));
			return (this.redactors.isEmpty()) ? redacted : askRedactors("", redacted);
		}
		catch (Throwable ex) {
			return failed();
		}
	}

	/**
	 * How often this policy acted.
	 * @return live counters
	 */
	public Redactions redactions() {
		return this.redactions;
	}

	private String failed() {
		this.redactions.failed();
		return FAILED;
	}

}
