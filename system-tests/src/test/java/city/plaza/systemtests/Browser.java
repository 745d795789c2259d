package city.plaza.systemtests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A headless Chromium. Each page looked at is kept as two screenshots, wide and narrow,
 * and has to pass axe's rules.
 */
final class Browser implements AutoCloseable {

	private static final Path SCREENSHOTS = Path.of("target/screenshots");

	private static final int WIDE = 1280;

	private static final int NARROW = 375;

	private static final int HEIGHT = 900;

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser browser;

	private final Page page;

	Browser() {
		Path executable = executable();
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
						"--disable-component-update", "--disable-sync", "--no-first-run")));
		BrowserContext context = this.browser.newContext();
		context.setDefaultTimeout(60_000);
		this.page = context.newPage();
		this.page.setViewportSize(WIDE, HEIGHT);
	}

	Page page() {
		return this.page;
	}

	/** Keeps the page as it is now under a name, and checks that everybody can use it. */
	void look(String name) {
		this.page.screenshot(screenshot(name + "-wide"));
		this.page.setViewportSize(NARROW, HEIGHT);
		this.page.screenshot(screenshot(name + "-narrow"));
		Object tooWide = this.page
			.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
		this.page.setViewportSize(WIDE, HEIGHT);
		assertThat(tooWide).as("%s scrolls sideways on a telephone", name).isEqualTo(false);
		List<String> violations = new AxeBuilder(this.page).analyze()
			.getViolations()
			.stream()
			.map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().getFirst().getHtml())
			.toList();
		assertThat(violations).as("axe on %s", name).isEmpty();
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

	private static Page.ScreenshotOptions screenshot(String name) {
		return new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png"));
	}

	private static Path executable() {
		return Stream
			.of(System.getenv().getOrDefault("PLAZA_CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser",
					"/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
					"/Applications/Chromium.app/Contents/MacOS/Chromium")
			.filter(path -> !path.isEmpty())
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst()
			.orElseThrow(() -> new AssertionError(
					"There is no Chromium here for the browser tests: install chromium, or let PLAZA_CHROMIUM name it."));
	}

}
