package city.plaza.systemtests;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** What a page has to pass in each {@link Look}: it fits, and everybody can use it. */
final class Inspection {

	/** The texts that a button lies on, which axe does not see. */
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

	/**
	 * All rules, with that for targets of 24 px, which axe leaves out unless asked; or
	 * some of them. axe stays in the page for its other looks, and hands out no more than
	 * what is wrong: to load it anew and to carry all its findings to Java cost three
	 * times as much as its rules. Text of its background's very colour is hidden on
	 * purpose for axe, and a mistake here.
	 */
	private static final String VIOLATIONS = """
			async (rules) => {
			  const colours = ['color-contrast', 'link-in-text-block'];
			  const options = {
			    ALL: { rules: { 'target-size': { enabled: true } } },
			    ALL_BUT_COLOURS: { rules: { 'target-size': { enabled: true },
			      ...Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])) } },
			    COLOURS: { runOnly: { type: 'rule', values: colours } },
			    ROOM: { runOnly: { type: 'rule', values: ['scrollable-region-focusable', 'target-size'] } },
			  }[rules];
			  const found = await axe.run(document, { ...options, resultTypes: ['violations', 'incomplete'] });
			  const unseen = found.incomplete.filter((rule) => rule.id === 'color-contrast')
			    .flatMap((rule) => rule.nodes)
			    .filter((node) => node.any.some((check) => check.data?.messageKey === 'equalRatio'));
			  return [...found.violations.map((rule) => `${rule.id}: ${rule.help} ${rule.nodes[0].html}`),
			    ...unseen.map((node) => `text in the colour of its background: ${node.html}`)];
			}""";

	private final Page page;

	private final String language;

	Inspection(Page page, String language) {
		this.page = page;
		this.language = language;
	}

	/**
	 * Inspects the page as it looks now.
	 * @param name of the page, for the message
	 */
	void passes(String name, Look look) {
		String what = name + ", " + look;
		assertThat(this.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
			.as("%s scrolls sideways", what)
			.isEqualTo(false);
		assertThat(this.page.evaluate(COVERED)).as("buttons over text on %s", what).isEqualTo(List.of());
		assertThat(violations(look.rules(this.language))).as("axe on %s", what).isEmpty();
	}

	private List<?> violations(Look.Rules rules) {
		if (rules == Look.Rules.NONE) {
			return List.of();
		}
		if (Boolean.FALSE.equals(this.page.evaluate("'axe' in window"))) {
			this.page.evaluate(AxeBuilder.getAxeScript());
		}
		return (List<?>) this.page.evaluate(VIOLATIONS, rules.name());
	}

}
