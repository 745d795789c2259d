package city.plaza.local;

import java.util.Locale;
import java.util.Optional;

import city.plaza.local.suite.ProgramStatus;
import city.plaza.local.suite.Running;
import city.plaza.local.suite.StateFile;
import city.plaza.local.terminal.Terminal;

/** Prints what runs. Ends with 0 only if the whole suite is up. */
final class Status {

	private static final int NOT_RUNNING = 3;

	private final Place place;

	private final Terminal terminal;

	Status(Place place, Terminal terminal) {
		this.place = place;
		this.terminal = terminal;
	}

	int run() {
		Optional<StateFile.State> state = new StateFile(this.place.home()).read();
		boolean supervised = new Running(this.place.home()).supervisor().isPresent();
		if (!supervised) {
			this.terminal.line(state.isPresent()
					? "Plaza's supervisor is gone, but it was not stopped in order: ./plaza down ends what is left."
					: "Plaza does not run here.");
			return NOT_RUNNING;
		}
		state.ifPresent(known -> known.programs().forEach(this::line));
		boolean ready = state.map(StateFile.State::ready).orElse(false);
		this.terminal.line(ready ? "Plaza is up." : "Plaza is starting or stopping.");
		return ready ? 0 : NOT_RUNNING;
	}

	private void line(ProgramStatus program) {
		this.terminal.line(String.format(Locale.ROOT, "%-22s %-11s port %-6d process %-8d restarts %d", program.name(),
				program.state().name().toLowerCase(Locale.ROOT), program.port(), program.pid(), program.restarts()));
	}

}
