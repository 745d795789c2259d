package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Programs whose supervisor was killed.
 */
public final class OrphanedProcesses {

	private static final Duration TIMEOUT = Duration.ofSeconds(15);

	private OrphanedProcesses() {
	}

	/**
	 * Ends every process that a pid file names and whose command line proves that it is
	 * this suite's; trials first, then the gateway, the servers last.
	 * @return the names of the programs ended
	 */
	public static List<String> stop(Home home) throws IOException {
		List<String> ended = new ArrayList<>();
		for (Home trial : trials(home)) {
			ended.addAll(stop(trial));
			Home.delete(trial.directory());
		}
		for (PidFile.Entry entry : entries(home)) {
			Optional<ProcessHandle> process = Processes.find(entry.pid(), line -> home.owns(entry.program(), line));
			if (process.isPresent()) {
				Processes.stop(process.get(), entry.stopSignal(), TIMEOUT);
				ended.add(entry.program());
			}
			PidFile.of(home, entry.program()).delete();
		}
		return ended;
	}

	private static List<Home> trials(Home home) throws IOException {
		List<Home> trials = new ArrayList<>();
		if (Files.isDirectory(home.trials())) {
			try (DirectoryStream<Path> directories = Files.newDirectoryStream(home.trials())) {
				directories.forEach((directory) -> trials.add(new Home(directory)));
			}
		}
		return trials;
	}

	private static List<PidFile.Entry> entries(Home home) throws IOException {
		List<PidFile.Entry> entries = new ArrayList<>();
		if (Files.isDirectory(home.run())) {
			try (DirectoryStream<Path> files = Files.newDirectoryStream(home.run(), "*.pid")) {
				files.forEach(file -> new PidFile(file).read().ifPresent(entries::add));
			}
		}
		entries.removeIf(entry -> entry.program().equals(Supervisor.NAME));
		entries.sort(Comparator.comparing(PidFile.Entry::layer).reversed());
		return entries;
	}

}
