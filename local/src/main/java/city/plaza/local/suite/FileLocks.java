package city.plaza.local.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Locks on files, by which the suites of one source tree take turns and see what the
 * others use. The operating system lets go of them when their holder dies, however it
 * dies.
 */
public final class FileLocks {

	/** The lock goes with its channel, and that with the next collection of garbage. */
	private static final Map<Path, FileLock> HELD = new ConcurrentHashMap<>();

	private FileLocks() {
	}

	/** What is done in turn. */
	@FunctionalInterface
	public interface Step {

		/** Does it. */
		void run() throws IOException, InterruptedException;

	}

	/** Does a step while no other process does one under the same file. */
	public static void inTurn(Path file, Step step) throws IOException, InterruptedException {
		Files.createDirectories(file.toAbsolutePath().getParent());
		try (FileChannel channel = open(file); FileLock turn = channel.lock()) {
			if (turn.isValid()) {
				step.run();
			}
		}
	}

	/** Marks something as used until this process ends; others may use it too. */
	public static void use(Path file) throws IOException {
		FileLock held = HELD.get(file);
		if (held == null || !Files.exists(file)) {
			FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE);
			HELD.put(file, channel.lock(0, Long.MAX_VALUE, true));
		}
	}

	/** Whether a process that still runs has marked it as used. */
	public static boolean isUsed(Path file) throws IOException {
		if (!Files.exists(file)) {
			return false;
		}
		try (FileChannel channel = open(file)) {
			return !isFree(channel);
		}
	}

	private static boolean isFree(FileChannel channel) throws IOException {
		try {
			// It ends with its channel.
			return channel.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

	private static FileChannel open(Path file) throws IOException {
		return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
	}

}
