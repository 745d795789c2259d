package city.plaza.gateway.docs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Send `a` & *b*.              | <p>Send <code>a</code> &amp; <em>b</em>.</p>
			See [here](https://a.example) | <p>See <a rel="nofollow" href="https://a.example">here</a></p>
			A # no heading                | <p>A # no heading</p>
			![a *seal*](/seal.png)        | <p>a <em>seal</em></p>
			""")
	void showsWhatDescriptionsAreWrittenIn(String text, String html) {
		assertThat(Markdown.html(text)).isEqualToIgnoringNewLines(html);
	}

	@Test
	void leavesTheOrderOfHeadingsToThePage() {
		assertThat(Markdown.html("# a")).isEqualToIgnoringNewLines("<p># a</p>");
	}

	@Test
	void showsLists() {
		assertThat(Markdown.html("- a\n- b")).isEqualToIgnoringNewLines("<ul><li>a</li><li>b</li></ul>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "`<script>`",
			"[a](javascript:alert(1))", "[a](data:text/html,<script>)",
			"[a](https://a.example \"\\\" onclick=alert(1)\")", "![<script>](javascript:alert(1))",
			"<javascript:alert(1)>", "- <script>\n\n```<script>\n<script>\n```" })
	void letsNoDescriptionBringInHtmlOrScripts(String text) {
		assertThat(Markdown.html(text)).doesNotContain("<script", "<img", "href=\"javascript:", "href=\"data:",
				"\" onclick");
	}

}
