package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program with the lowest priority, which ends as soon as it serves. Its
 * process is recorded in a home of its own, so that it is found after the supervisor was
 * killed.
 */
public final class TrialRun {

	private static final Duration POLL = Duration.ofMillis(500);

	/** A JVM writes the cache of its classes when it ends: half a minute and more. */
	private static final Duration END = Duration.ofMinutes(5);

	private static final Duration KILLED = Duration.ofSeconds(5);

	private static final int SIGNALLED = 143;

	private final Home home;

	private final Program program;

	private final Path log;

	/**
	 * A run that has not begun.
	 * @param home the program's own
	 */
	public TrialRun(Home home, Program program, Path log) {
		this.home = home;
		this.program = program;
		this.log = log;
	}

	/**
	 * Runs it.
	 * @return whether it came to serve within the limit and then ended in order
	 * @throws InterruptedException if it is broken off; the process has ended then
	 */
	public boolean untilItServes(Duration limit) throws IOException, InterruptedException {
		this.program.prepare();
		Process process = start();
		try {
			PidFile.of(this.home, this.program.name())
				.write(process.pid(), this.program.stopSignal(), this.program.layer());
			return serves(process, Instant.now().plus(limit)) && endsInOrder(process);
		}
		finally {
			// The JVM's helper that writes the cache is a process of its own.
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
			Processes.awaitEnd(process.toHandle(), KILLED);
		}
	}

	private Process start() throws IOException {
		List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
		command.addAll(this.program.command());
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.home.directory().toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()));
		builder.environment().putAll(this.program.environment());
		return builder.start();
	}

	private boolean serves(Process process, Instant end) throws InterruptedException {
		while (Instant.now().isBefore(end) && !process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
			if (isReady()) {
				return true;
			}
		}
		return false;
	}

	private boolean isReady() {
		try {
			return this.program.ready();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private boolean endsInOrder(Process process) throws InterruptedException {
		Processes.signal(process.toHandle(), this.program.stopSignal());
		return process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)
				&& (process.exitValue() == 0 || process.exitValue() == SIGNALLED);
	}

}
