package city.plaza.gateway.docs;

/**
 * What a service says of its API, written once for all who read it.
 *
 * @param title of the API
 * @param about a sentence or two, in Markdown
 * @param operations how many
 * @param page whole, as HTML
 */
record Description(String title, String about, int operations, String page) {

	static Description of(DescribedService service, OpenApi api) {
		String title = api.title().isEmpty() ? service.title() : api.title();
		return new Description(title, api.description(), api.operations().size(), ServicePage.of(service, api));
	}

}
