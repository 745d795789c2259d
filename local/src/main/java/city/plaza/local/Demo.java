package city.plaza.local;

import java.net.URI;
import java.util.List;

import city.plaza.local.api.UnexpectedAnswer;
import city.plaza.local.demo.DemoSettings;
import city.plaza.local.demo.MainJob;
import city.plaza.local.terminal.Terminal;

/** Walks through the main job of a running Plaza. */
final class Demo {

	private Demo() {
	}

	static int run(Place place, List<String> options, Terminal terminal) throws InterruptedException {
		DemoSettings settings = DemoSettings.parse(options, System.getenv(),
				URI.create("http://localhost:" + place.ports().gateway()), place.inbox());
		try {
			int steps = new MainJob(settings, terminal::line).walk();
			terminal.line("");
			terminal.line("All " + steps + " steps went as they should.");
			return 0;
		}
		catch (UnexpectedAnswer ex) {
			terminal.trouble("");
			terminal.trouble("The demo stops here: " + ex.getMessage());
			return 1;
		}
	}

}
