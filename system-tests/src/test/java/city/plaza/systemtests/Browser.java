package city.plaza.systemtests;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A browser of a reader of one language, which knows nothing of the readers before. Each
 * page looked at has to pass {@link Inspection} in every {@link Look}, and is kept in the
 * {@link Gallery} where one is made.
 */
final class Browser implements AutoCloseable {

	/** Tabs to the last control of the longest page, and some more. */
	private static final int MOST_TABS = 150;

	private final BrowserContext context;

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
		this.context = Chromium.ofThisThread()
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale(language + "-US")
				.setJavaScriptEnabled(scripts));
		this.context.setDefaultTimeout(60_000);
		this.page = this.context.newPage();
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
		Inspection inspection = new Inspection(this.page, this.language);
		for (Look look : Look.of(this.language)) {
			look.applyTo(this.page);
			if (Gallery.WANTED) {
				Gallery.add(this.page, name, this.language, look);
			}
			inspection.passes(name, look);
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
		this.context.close();
		if (Gallery.WANTED) {
			Gallery.writeIndex();
		}
	}

}
