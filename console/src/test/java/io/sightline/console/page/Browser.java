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
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Debian's Chromium without a window.
 */
final class Browser implements AutoCloseable {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private final ChromeDriver driver;

	private Browser(ChromeDriver driver) {
		this.driver = driver;
	}

	static boolean isInstalled() {
		return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
	}

	static Browser start() throws IOException {
		LoggingPreferences logging = new LoggingPreferences();
		logging.enable(LogType.BROWSER, Level.ALL);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(CHROMIUM.toString());
		options.setCapability("goog:loggingPrefs", logging);
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--user-data-dir=" + Files.createTempDirectory("console-browser"));
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
		Browser browser = new Browser(new ChromeDriver(service, options));
		browser.driver.manage().window().setSize(new Dimension(1400, 1000));
		return browser;
	}

	void resize(int width, int height) {
		this.driver.manage().window().setSize(new Dimension(width, height));
	}

	void open(String url) {
		this.driver.get(url);
	}

	WebElement find(String selector) {
		return await().until((current) -> current.findElement(By.cssSelector(selector)));
	}

	List<WebElement> all(String selector) {
		return this.driver.findElements(By.cssSelector(selector));
	}

	List<String> texts(String selector) {
		return all(selector).stream().map(WebElement::getText).toList();
	}

	void awaitText(String selector, String text) {
		await().until((current) -> current.findElements(By.cssSelector(selector))
			.stream()
			.anyMatch((element) -> element.getText().contains(text)));
	}

	void press(CharSequence... keys) {
		this.driver.switchTo().activeElement().sendKeys(keys);
	}

	void type(String selector, String text) {
		find(selector).sendKeys(text, Keys.ENTER);
	}

	/**
	 * Press, move and let go.
	 * @param element where
	 * @param from the share of its width and height to begin at, from the middle
	 * @param to the share to end at
	 */
	void drag(WebElement element, double from, double to) {
		Dimension size = element.getSize();
		new Actions(this.driver).moveToElement(element, (int) (from * size.width), (int) (from * size.height))
			.clickAndHold()
			.moveToElement(element, (int) (to * size.width), (int) (to * size.height))
			.release()
			.perform();
	}

	String focused(String attribute) {
		return String.valueOf(this.driver.switchTo().activeElement().getDomAttribute(attribute));
	}

	/**
	 * Return where the links above lead.
	 * @return views
	 */
	List<String> views() {
		return all("nav a").stream().map((link) -> String.valueOf(link.getDomAttribute("href")).substring(1)).toList();
	}

	String address() {
		return String.valueOf(this.driver.getCurrentUrl());
	}

	Object run(String script, Object... arguments) {
		return String.valueOf(this.driver.executeScript(script, arguments));
	}

	Object runAsync(String script) {
		this.driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
		return String.valueOf(this.driver.executeAsyncScript(script));
	}

	/**
	 * Return what the browser complained about since this was last asked.
	 * @return its complaints, such as violations of the content security policy
	 */
	List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map((entry) -> entry.getMessage())
			// The browser looks for it by itself while it is sent from page to page.
			.filter((message) -> !message.contains("/favicon.ico"))
			.toList();
	}

	void picture(String name) throws IOException {
		Files.write(Path.of("target", name + ".png"), picture());
	}

	byte[] picture() {
		return this.driver.getScreenshotAs(OutputType.BYTES);
	}

	/**
	 * Take a picture in light and one in dark.
	 */
	void pictures(String name) throws IOException {
		for (String theme : List.of("light", "dark")) {
			run("document.documentElement.dataset.theme = '" + theme + "'");
			picture(name + "-" + theme);
		}
	}

	private WebDriverWait await() {
		WebDriverWait wait = new WebDriverWait(this.driver, Duration.ofSeconds(15));
		wait.ignoring(org.openqa.selenium.StaleElementReferenceException.class,
				org.openqa.selenium.NoSuchElementException.class);
		return wait;
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
