package city.plaza.local.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import city.plaza.local.suite.UsageException;

/**
 * Runs a command without root's rights, because PostgreSQL refuses root. For anybody else
 * the command stays as it is. Each way replaces itself by the command, so that the
 * process id is the command's own.
 *
 * @param prefix what goes before a command
 * @param owner who has to own the data then; empty where ownership stays
 */
record Unprivileged(List<String> prefix, String owner) {

	private static final String NOBODY = "nobody";

	/** The first way that works here. */
	static Unprivileged find() throws IOException, InterruptedException {
		if (!"root".equals(System.getProperty("user.name"))) {
			return new Unprivileged(List.of(), "");
		}
		// A user namespace leaves the files root's own, wherever they lie; it is not
		// allowed in every container.
		List<Unprivileged> ways = List.of(new Unprivileged(List.of("unshare", "-U"), ""),
				new Unprivileged(List.of("setpriv", "--reuid=" + NOBODY, "--regid=nogroup", "--clear-groups"), NOBODY),
				new Unprivileged(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
						NOBODY));
		for (Unprivileged way : ways) {
			if (way.works()) {
				return way;
			}
		}
		throw new UsageException("PostgreSQL refuses to run as root, and neither unshare nor setpriv works here:"
				+ " run plaza as an ordinary user.");
	}

	List<String> command(List<String> command) {
		List<String> whole = new ArrayList<>(this.prefix);
		whole.addAll(command);
		return whole;
	}

	/** Gives the directory to whom the command will run as. */
	void handOver(Path directory) throws IOException, InterruptedException {
		if (!this.owner.isEmpty()) {
			new ProcessBuilder("chown", "-R", this.owner, directory.toString()).inheritIO().start().waitFor();
		}
	}

	private boolean works() throws InterruptedException {
		try {
			Process process = new ProcessBuilder(command(List.of("true"))).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
