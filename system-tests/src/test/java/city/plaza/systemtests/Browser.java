package city.plaza.systemtests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A headless Chromium of a reader of one language. Each page looked at is kept in the
 * gallery, and has to pass axe's rules and to fit in every {@link Look}.
 */
final class Browser implements AutoCloseable {

	/** What texts of the page a button lies on, which axe does not see. */
	private static final String COVERED = """
			() => {
			  const main = document.querySelector('main') ?? document.body;
			  const buttons = [...main.querySelectorAll('button, .govuk-button')]
			    .filter((button) => button.checkVisibility())
			    .map((button) => ({ button, box: button.getBoundingClientRect() }));
			  const covered = [];
			  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
			  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
			    const parent = text.parentElement;
			    if (!text.data.trim() || !parent.checkVisibility() || parent.closest('.govuk-visually-hidden')) continue;
			    const range = document.createRange();
			    range.selectNodeContents(text);
			    const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
			    const over = buttons.find(({ button, box }) => !button.contains(text) && boxes.some((other) =>
			      other.left < box.right - 2 && other.right > box.left + 2
			        && other.top < box.bottom - 2 && other.bottom > box.top + 2));
			    if (over) covered.push(over.button.textContent.trim() + ' over ' + text.data.trim());
			  }
			  return covered;
			}""";

	/** Tabs to the last control of the longest page, and some more. */
	private static final int MOST_TABS = 150;

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser browser;

	private final Page page;

	private final String language;

	private final boolean scripts;

	/**
	 * Opens a browser.
	 * @param language of its reader
	 * @param scripts whether it runs any; without, pages are used but not looked at
	 */
	Browser(String language, boolean scripts) {
		this.language = language;
		this.scripts = scripts;
		Path executable = executable();
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
						"--disable-component-update", "--disable-sync", "--no-first-run")));
		BrowserContext context = this.browser
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale(language + "-US")
				.setJavaScriptEnabled(scripts));
		context.setDefaultTimeout(60_000);
		this.page = context.newPage();
		Look.WIDE.applyTo(this.page);
	}

	Page page() {
		return this.page;
	}

	/** Keeps the page as it is now under a name, and checks that everybody can use it. */
	void look(String name) {
		assertThat(this.page.locator("html").getAttribute("lang")).as("the language of %s", name)
			.isEqualTo(this.language);
		lookAtForeign(name);
	}

	/** The same with a page that is not the portal's, and has its own language. */
	void lookAtForeign(String name) {
		if (!this.scripts) {
			return;
		}
		for (Look look : Look.values()) {
			look.applyTo(this.page);
			this.page.screenshot(
					new Page.ScreenshotOptions().setFullPage(true).setPath(Gallery.picture(name, this.language, look)));
			Object tooWide = this.page
				.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
			assertThat(tooWide).as("%s scrolls sideways, %s", name, look).isEqualTo(false);
			assertThat(this.page.evaluate(COVERED)).as("buttons over text on %s, %s", name, look).isEqualTo(List.of());
			assertThat(violations()).as("axe on %s, %s", name, look).isEmpty();
		}
		Look.WIDE.applyTo(this.page);
	}

	/**
	 * Goes to a control as one does without a mouse.
	 * @throws AssertionError if the key does not lead there, or nobody could see where
	 * they are
	 */
	void tabTo(Locator control) {
		for (int tabs = 0; tabs < MOST_TABS; tabs++) {
			if (Boolean.TRUE.equals(control.evaluate("control => control === document.activeElement"))) {
				assertThat(control.evaluate("control => { const style = getComputedStyle(control);"
						+ " return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; }"))
					.as("the focus on %s can be seen", control)
					.isEqualTo(true);
				return;
			}
			this.page.keyboard().press("Tab");
		}
		throw new AssertionError("The Tab key does not lead to " + control);
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
		Gallery.writeIndex();
	}

	/** With the rule for targets of 24 px, which axe leaves out unless asked. */
	private List<String> violations() {
		AxeRuleOptions on = new AxeRuleOptions();
		on.setEnabled(true);
		AxeRunOptions options = new AxeRunOptions();
		options.setRules(Map.of("target-size", on));
		// No page here has frames.
		return new AxeBuilder(this.page).options(options)
			.setLegacyMode(true)
			.analyze()
			.getViolations()
			.stream()
			.map((rule) -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().getFirst().getHtml())
			.toList();
	}

	private static Path executable() {
		return Stream
			.of(System.getenv().getOrDefault("PLAZA_CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser",
					"/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
					"/Applications/Chromium.app/Contents/MacOS/Chromium")
			.filter((path) -> !path.isEmpty())
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst()
			.orElseThrow(() -> new AssertionError(
					"There is no Chromium here for the browser tests: install chromium, or let PLAZA_CHROMIUM name it."));
	}

}
