package city.plaza.gateway.docs;

import org.springframework.web.util.HtmlUtils;

/**
 * Writes HTML. Every text and every attribute's value is escaped; the names of elements
 * and attributes are the code's own.
 */
final class Html {

	private final StringBuilder out = new StringBuilder();

	/**
	 * Begins an element.
	 * @param element its name
	 * @param attributes names and values in turn
	 * @return this
	 */
	Html open(String element, String... attributes) {
		this.out.append('<').append(element);
		for (int i = 0; i < attributes.length; i += 2) {
			this.out.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1])).append('"');
		}
		this.out.append('>');
		return this;
	}

	Html close(String element) {
		this.out.append("</").append(element).append('>');
		return this;
	}

	Html text(String text) {
		this.out.append(escaped(text));
		return this;
	}

	/** A whole element with a text. */
	Html element(String element, String text, String... attributes) {
		return open(element, attributes).text(text).close(element);
	}

	Html code(String text) {
		return element("code", text);
	}

	Html link(String address, String text) {
		return element("a", text, "href", address);
	}

	/** A text with the marks of Markdown. */
	Html markdown(String text) {
		this.out.append(Markdown.html(text));
		return this;
	}

	@Override
	public String toString() {
		return this.out.toString();
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
