package city.plaza.local;

import city.plaza.local.terminal.Terminal;

/** What happens once a suite is up: it is filled at its first start, and explained. */
final class FirstSteps {

	private final Place place;

	private final Terminal terminal;

	FirstSteps(Place place, Terminal terminal) {
		this.place = place;
		this.terminal = terminal;
	}

	void take(boolean samples) {
		this.terminal.line(Guide.text(this.place));
	}

}
