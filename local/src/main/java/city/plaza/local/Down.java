package city.plaza.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import city.plaza.local.suite.OrphanedProcesses;
import city.plaza.local.suite.Running;
import city.plaza.local.suite.StateFile;
import city.plaza.local.terminal.Terminal;

/** Stops the suite, and the processes that a killed supervisor left. */
final class Down {

	private static final Duration TIMEOUT = Duration.ofSeconds(90);

	private final Place place;

	private final Terminal terminal;

	Down(Place place, Terminal terminal) {
		this.place = place;
		this.terminal = terminal;
	}

	int run() throws IOException {
		boolean ran = new Running(this.place.home()).stopSupervisor(TIMEOUT);
		List<String> orphans = OrphanedProcesses.stop(this.place.home());
		new StateFile(this.place.home()).delete();
		if (!orphans.isEmpty()) {
			this.terminal.line("Stopped orphaned processes: " + String.join(", ", orphans) + ".");
		}
		this.terminal.line((ran || !orphans.isEmpty()) ? "Plaza is stopped." : "Plaza does not run here.");
		return 0;
	}

}
