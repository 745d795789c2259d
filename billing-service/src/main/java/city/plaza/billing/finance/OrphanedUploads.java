package city.plaza.billing.finance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Uploaded files of processes that were killed before they could delete them. */
final class OrphanedUploads {

	private static final Logger log = LoggerFactory.getLogger(OrphanedUploads.class);

	private OrphanedUploads() {
	}

	/**
	 * Removes the folders of processes that do not run any more, and that of this one,
	 * which has uploaded nothing yet; blocks.
	 * @param uploads holds a folder named by its process id for each process
	 * @throws IOException if the folder cannot be read
	 */
	static void remove(Path uploads) throws IOException {
		if (!Files.isDirectory(uploads)) {
			return;
		}
		try (Stream<Path> folders = Files.list(uploads)) {
			for (Path folder : folders.filter(OrphanedUploads::isOrphaned).toList()) {
				delete(folder);
				log.info("Removed uploads of a process that is gone: {}", folder.getFileName());
			}
		}
	}

	private static boolean isOrphaned(Path folder) {
		String name = folder.getFileName().toString();
		if (!name.matches("[0-9]{1,18}")) {
			return false;
		}
		// In a container a process that was killed had the number of this one. A process
		// of its number that runs now may be another one: then the files stay for longer.
		long process = Long.parseLong(name);
		return process == ProcessHandle.current().pid() || ProcessHandle.of(process).isEmpty();
	}

	private static void delete(Path folder) throws IOException {
		List<Path> all;
		try (Stream<Path> inside = Files.walk(folder)) {
			all = inside.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path path : all) {
			Files.deleteIfExists(path);
		}
	}

}
