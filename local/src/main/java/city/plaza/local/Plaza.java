package city.plaza.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import city.plaza.local.suite.UsageException;
import city.plaza.local.terminal.Terminal;

/**
 * What the {@code plaza} script calls: one command with its options. Ends with 0 when the
 * command succeeded, with 1 when it failed, and with 2 when it was not understood.
 */
public final class Plaza {

	private static final int FAILED = 1;

	private static final int NOT_UNDERSTOOD = 2;

	private Plaza() {
	}

	/** Runs one command. */
	public static void main(String[] arguments) {
		Terminal terminal = new Terminal(Boolean.getBoolean("plaza.terminal"));
		int code = run(Arrays.asList(arguments), terminal);
		if (code != 0) {
			System.exit(code);
		}
	}

	private static int run(List<String> arguments, Terminal terminal) {
		try {
			List<String> options = arguments.subList(Math.min(1, arguments.size()), arguments.size());
			Place place = Place.here(System.getenv(), options);
			return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
				case "up" -> new Up(place, terminal).run(options);
				case "down" -> new Down(place, terminal).run();
				case "status" -> new Status(place, terminal).run();
				case "audit" -> new VerifyAudit(place, terminal).run(options);
				case "staff" -> new InviteAdministrator(place, terminal).run(options);
				case "info" -> new Info(place, terminal).run(options.contains("--json"));
				default -> NOT_UNDERSTOOD;
			};
		}
		catch (UsageException ex) {
			terminal.error(String.valueOf(ex.getMessage()));
			return FAILED;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return FAILED;
		}
		catch (IOException ex) {
			terminal.error("The command failed: " + ex);
			return FAILED;
		}
	}

}
