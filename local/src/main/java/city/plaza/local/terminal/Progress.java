package city.plaza.local.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import city.plaza.local.suite.Condition;
import city.plaza.local.suite.ProgramStatus;
import city.plaza.local.suite.Watcher;

/**
 * Shows how the programs come up: on a terminal as a table that changes in place,
 * elsewhere as a line for each change.
 */
public final class Progress implements Watcher {

	private final Terminal terminal;

	private final Instant began = Instant.now();

	private final Map<String, String> rows = new LinkedHashMap<>();

	private boolean live;

	private boolean drawn;

	/** Shows all of the programs as waiting. */
	public Progress(Terminal terminal, Iterable<String> programs) {
		this.terminal = terminal;
		this.live = terminal.isInteractive();
		programs.forEach(program -> this.rows.put(program, "waiting"));
		if (this.live) {
			draw();
		}
	}

	@Override
	public synchronized void changed(ProgramStatus status, String note) {
		this.rows.put(status.name(), described(status, note));
		if (this.live) {
			draw();
		}
		else if (status.state() != Condition.STARTING || status.restarts() > 0) {
			this.terminal.line(String.format(Locale.ROOT, "%6.1f s  %-22s %s",
					Duration.between(this.began, Instant.now()).toMillis() / 1000.0, status.name(),
					described(status, note)));
		}
	}

	/** Ends the table: from here on every change is a line. */
	public synchronized void plainFromHere() {
		this.live = false;
	}

	private static String described(ProgramStatus status, String note) {
		String text = switch (status.state()) {
			case READY -> String.format(Locale.ROOT, "ready after %.1f s on port %d (process %d)",
					status.millisToReady() / 1000.0, status.port(), status.pid());
			case STARTING -> "starting (process " + status.pid() + ")";
			case RESTARTING -> "died, restart " + status.restarts();
			case WAITING, FAILED, STOPPING, STOPPED -> status.state().name().toLowerCase(Locale.ROOT);
		};
		return note.isEmpty() ? text : text + ": " + note;
	}

	private void draw() {
		StringBuilder text = new StringBuilder();
		if (this.drawn) {
			text.append("\u001b[").append(this.rows.size()).append('A');
		}
		this.rows.forEach((program, row) -> text.append("\u001b[2K  %-22s %s%n".formatted(program, cut(row))));
		this.drawn = true;
		this.terminal.raw(text.toString());
	}

	/** A row that wraps would break the table. */
	private static String cut(String row) {
		return (row.length() > 54) ? row.substring(0, 54) : row;
	}

}
