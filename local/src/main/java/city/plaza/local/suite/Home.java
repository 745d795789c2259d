package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory that holds everything a suite keeps: data, logs, and records of what
 * runs.
 *
 * @param directory absolute; {@code .plaza} at the root of the repository, or
 * {@code PLAZA_HOME}
 */
public record Home(Path directory) {

	public Home {
		directory = directory.toAbsolutePath().normalize();
	}

	public Path data(String program) {
		return this.directory.resolve("data").resolve(program);
	}

	public Path log(String program) {
		return this.directory.resolve("logs").resolve(program + ".log");
	}

	/** Records of what runs now: pid files and the state that other commands read. */
	public Path run() {
		return this.directory.resolve("run");
	}

	/**
	 * The home of a program that runs once more for a moment, beside the one that serves.
	 */
	public Home trial(String program) {
		return new Home(trials().resolve(program));
	}

	/** Of the trials that run, or that a killed supervisor left. */
	Path trials() {
		return run().resolve("trials");
	}

	public Path state() {
		return run().resolve("suite.json");
	}

	/** The argument by which a process of this suite is recognised. */
	public String marker(String program) {
		return "-Dplaza.process=" + program + "@" + this.directory;
	}

	/**
	 * Whether a process with this command line is the named program of this suite.
	 * PostgreSQL accepts no marker, but its data directory is an argument.
	 */
	public boolean owns(String program, String commandLine) {
		String padded = commandLine + " ";
		return padded.contains(marker(program) + " ") || padded.contains(" -D " + data(program) + " ");
	}

	/** Creates the directories that every program expects. */
	public void create() throws IOException {
		for (String part : List.of("data", "logs", "run")) {
			Files.createDirectories(this.directory.resolve(part));
		}
	}

	/** Removes data and logs, so that the next start is a first one. */
	public void reset() throws IOException {
		for (String part : List.of("data", "logs", "run")) {
			delete(this.directory.resolve(part));
		}
	}

	/** Deletes a directory with all it holds; one that is absent is fine. */
	public static void delete(Path directory) throws IOException {
		if (!Files.exists(directory)) {
			return;
		}
		try (Stream<Path> paths = Files.walk(directory)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(path);
			}
		}
	}

}
