package city.plaza.gateway.docs;

import city.plaza.gateway.page.Style;

/** What stands around each of these pages. */
final class Frame {

	/** In the colors of the device, light or dark; nothing is wider than the screen. */
	private static final Style STYLE = new Style("""
			:root{color-scheme:light dark;background:Canvas;color:CanvasText}
			body{margin:0 auto;padding:1rem;max-width:60rem;font:1.0625rem/1.6 system-ui,sans-serif;\
			overflow-wrap:anywhere}
			h1,h2,h3,h4{line-height:1.25;margin:1.5em 0 .5em}
			h1{margin-top:.5em}
			h2{border-top:.25rem solid;padding-top:.75rem}
			article{border-top:1px solid;margin-top:2rem}
			p{margin:.5em 0}
			dl,ul{margin:.5em 0}
			nav li{padding:.25rem 0}
			dt{margin-top:.75em}
			dt code{font-weight:bold}
			dd{margin:0 0 0 1rem}
			code,pre{font-family:ui-monospace,monospace;font-size:.9375em}
			pre{white-space:pre-wrap;border:1px solid;padding:.75rem;margin:.5em 0}
			summary{padding:.25rem 0;cursor:pointer}
			.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
			@media(min-width:40rem){dd{margin-left:2rem}}
			""");

	private Frame() {
	}

	static String policy() {
		return STYLE.policy();
	}

	/**
	 * A whole page.
	 * @param title also its heading
	 * @param content written so far without the heading
	 * @return HTML
	 */
	static String page(String title, Html content) {
		String escaped = new Html().text(title).toString();
		return """
				<!DOCTYPE html>
				<html lang="en">
				<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%1$s - Plaza API</title><style>%2$s</style></head>
				<body><a class="skip" href="#content">Skip to the content</a>
				<header><nav aria-label="Descriptions"><a href="/api/docs">All APIs of Plaza</a></nav></header>
				<main id="content"><h1>%1$s</h1>
				%3$s
				</main></body>
				</html>
				""".formatted(escaped, STYLE.css(), content);
	}

}
