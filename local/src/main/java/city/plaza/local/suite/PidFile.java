package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Records a running process: its id, the signal that ends it, and its layer. After a
 * supervisor was killed, the next command finds its processes by these files.
 */
record PidFile(Path path) {

	record Entry(String program, long pid, String stopSignal, Layer layer) {
	}

	static PidFile of(Home home, String program) {
		return new PidFile(home.run().resolve(program + ".pid"));
	}

	void write(long pid, String stopSignal, Layer layer) throws IOException {
		Files.createDirectories(this.path.toAbsolutePath().getParent());
		Files.writeString(this.path, pid + " " + stopSignal + " " + layer + "\n");
	}

	/** The record; empty where there is no file or it cannot be read. */
	Optional<Entry> read() {
		try {
			String[] parts = Files.readString(this.path).strip().split(" ", -1);
			String program = this.path.getFileName().toString().replaceFirst("\\.pid$", "");
			return Optional.of(new Entry(program, Long.parseLong(parts[0]), parts[1], Layer.valueOf(parts[2])));
		}
		catch (IOException | IllegalArgumentException | IndexOutOfBoundsException ex) {
			return Optional.empty();
		}
	}

	void delete() throws IOException {
		Files.deleteIfExists(this.path);
	}

}
