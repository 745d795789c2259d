package city.plaza.systemtests;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The descriptions of the APIs as people read them. */
@OnRunningSuite
class ApiPagesIT {

	private final RunningSuite suite = RunningSuite.get();

	@Test
	void canBeReadWithNothingButTheKeyboard() {
		try (Visitor reader = Visitor.withKeyboard(this.suite.gateway(), "en")) {
			reader.go("/api/docs");
			reader.lookAtForeign("api-docs");
			reader.press(reader.main().locator("a[href='/api/docs/notification.html']"));
			assertThat(reader.page()).hasURL(Pattern.compile(".*/api/docs/notification\\.html"));
			reader.press(reader.page().locator("a.skip"));
			assertThat(reader.page()).hasURL(Pattern.compile(".*#content"));
			reader.press(reader.main().locator("nav ul ul a").first());
			assertThat(reader.main().locator("article :target")).isVisible();
			Locator example = reader.main().locator("details").first();
			reader.press(example.locator("summary"));
			assertThat(example).hasAttribute("open", "");
			assertThat(example.locator("pre")).isVisible();
			reader.lookAtForeign("api-docs-of-a-service");
			reader.page().reload();
			reader.press(reader.page().locator("header a"));
			assertThat(reader.page()).hasURL(Pattern.compile(".*/api/docs"));
		}
	}

}
