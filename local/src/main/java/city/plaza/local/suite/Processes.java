package city.plaza.local.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Looks at and signals processes of the operating system. A process id alone proves
 * nothing, since ids are used again: its command line has to fit as well.
 */
final class Processes {

	private Processes() {
	}

	/** The living process with this id, if its command line is the one expected. */
	static Optional<ProcessHandle> find(long pid, Predicate<String> isOurs) {
		return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> isOurs.test(commandLine(handle)));
	}

	/** The command line with its parts joined by spaces, empty where it is hidden. */
	static String commandLine(ProcessHandle handle) {
		Path file = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
		if (Files.isReadable(file)) {
			try {
				return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace('\0', ' ').strip();
			}
			catch (IOException ex) {
				return "";
			}
		}
		return handle.info().commandLine().orElse("");
	}

	static void signal(ProcessHandle handle, String signal) {
		try {
			new ProcessBuilder("kill", "-" + signal, Long.toString(handle.pid())).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
		}
		catch (IOException ex) {
			handle.destroy();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Signals a process to end, waits, and kills it if it does not. */
	static void stop(ProcessHandle handle, String signal, Duration timeout) {
		if (!handle.isAlive()) {
			return;
		}
		signal(handle, signal);
		if (!awaitEnd(handle, timeout)) {
			handle.destroyForcibly();
			awaitEnd(handle, Duration.ofSeconds(5));
		}
	}

	static boolean awaitEnd(ProcessHandle handle, Duration timeout) {
		try {
			handle.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return !handle.isAlive();
		}
		catch (ExecutionException ex) {
			return !handle.isAlive();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
