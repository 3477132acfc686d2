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

package io.sightline.console.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes the pictures of the documentation from a console that runs, such as the demo's.
 */
public final class Pictures {

	private final Browser browser;

	private final String root;

	private final Path directory;

	private Pictures(Browser browser, String root, Path directory) {
		this.browser = browser;
		this.root = root;
		this.directory = directory;
	}

	/**
	 * Take the pictures.
	 * @param arguments the link that lets a browser in, and the directory for the
	 * pictures
	 * @throws IOException if they cannot be written
	 */
	public static void main(String[] arguments) throws IOException {
		try (Browser browser = Browser.start()) {
			browser.resize(1200, 820);
			browser.open(arguments[0]);
			browser.find("main > h1");
			String root = arguments[0].substring(0, arguments[0].indexOf("/login"));
			Pictures pictures = new Pictures(browser, root, Path.of(arguments[1]));
			pictures.take("light");
			pictures.take("dark");
		}
	}

	private void take(String theme) throws IOException {
		this.browser.run("localStorage.setItem('sightline.theme', arguments[0])", theme);
		show("/overview");
		this.browser.find("table[aria-label=Services]");
		picture("overview", theme);
		show("/requests?service=payment-service&text=orders&failed=false");
		this.browser.find("table[aria-label=Requests] tbody a").click();
		this.browser.find("[role=treegrid] [aria-level='3']");
		picture("trace", theme);
		show("/explore?group_by=service&select=duration_ms%3E%3D100");
		this.browser.find(".heat svg");
		picture("explore", theme);
	}

	private void show(String view) {
		this.browser.open("about:blank");
		this.browser.open(this.root + "/#" + view);
		this.browser.find("main > h1");
	}

	private void picture(String name, String theme) throws IOException {
		Files.createDirectories(this.directory);
		Files.write(this.directory.resolve("console-" + name + "-" + theme + ".png"), this.browser.picture());
	}

}
