package city.plaza.gateway.outage;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import city.plaza.gateway.page.Style;
import city.plaza.platform.messages.Language;
import city.plaza.platform.messages.Messages;

import org.springframework.http.HttpStatus;
import org.springframework.web.util.HtmlUtils;

/**
 * The gateway's own pages in each language, written once: they have to be there when
 * nothing else is.
 */
final class OutagePages {

	/** Light or dark as the device is. */
	private static final Style STYLE = new Style("body{margin:2rem auto;padding:0 1rem;max-width:40rem;"
			+ "font:1.1875rem/1.4 system-ui,sans-serif}:root{color-scheme:light dark;"
			+ "background:Canvas;color:CanvasText}");

	private static final Map<HttpStatus, String> KEYS = Map.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable",
			HttpStatus.CONTENT_TOO_LARGE, "too-large", HttpStatus.TOO_MANY_REQUESTS, "too-many");

	private final Map<HttpStatus, Map<Language, Page>> pages = new EnumMap<>(HttpStatus.class);

	OutagePages() {
		Messages texts = new Messages("outage");
		KEYS.forEach((status, key) -> {
			Map<Language, Page> inEach = new EnumMap<>(Language.class);
			for (Language language : Language.values()) {
				inEach.put(language, new Page(html(texts, language, key), STYLE.policy(), language));
			}
			this.pages.put(status, inEach);
		});
	}

	/**
	 * A page as it is sent.
	 *
	 * @param html whole
	 * @param policy what it may load: its own style
	 * @param language of its text
	 */
	record Page(String html, String policy, Language language) {
	}

	/**
	 * The page of a refusal.
	 * @param status of the response
	 * @param language of the reader
	 * @return empty where it has none
	 */
	Optional<Page> find(HttpStatus status, Language language) {
		return Optional.ofNullable(this.pages.get(status)).map((inEach) -> inEach.get(language));
	}

	private static String html(Messages texts, Language language, String key) {
		return """
				<!DOCTYPE html>
				<html lang="%s">
				<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%2$s</title><style>%3$s</style></head>
				<body><main><h1>%2$s</h1>
				<p>%4$s</p>
				<p><a href="/">%5$s</a></p></main></body>
				</html>
				""".formatted(language.tag(), escaped(texts.text(language, key + ".title")), STYLE.css(),
				escaped(texts.text(language, key + ".text")), escaped(texts.text(language, "home")));
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
	}

}
