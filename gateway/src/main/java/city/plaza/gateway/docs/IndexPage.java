package city.plaza.gateway.docs;

import java.util.List;
import java.util.Optional;

/** Which APIs there are. */
final class IndexPage {

	private IndexPage() {
	}

	/** A service with its description, where that could be had. */
	record Entry(DescribedService service, Optional<Description> description) {
	}

	static String of(List<Entry> entries) {
		Html html = new Html();
		html.element("p", "Each is described by an OpenAPI document. People read its page; tools take the JSON.");
		entries.forEach((entry) -> write(entry, html));
		return Frame.page("APIs", html);
	}

	private static void write(Entry entry, Html html) {
		String title = entry.description().map(Description::title).orElse(entry.service().title());
		html.element("h2", title);
		entry.description()
			.ifPresentOrElse(
					(description) -> html.markdown(description.about())
						.open("ul")
						.open("li")
						.link(entry.service().page(),
								title + ": " + description.operations()
										+ ((description.operations() == 1) ? " operation" : " operations"))
						.close("li")
						.open("li")
						.link(entry.service().address(), title + " as JSON")
						.close("li")
						.close("ul"),
					() -> html.element("p", "Its description isn't available right now. Try again in a few seconds."));
	}

}
