package city.plaza.local.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Ensures that a home has at most one supervisor, and finds it. The operating system lets
 * go of the lock when the holder dies, however it dies.
 */
public final class Running {

	/** The lock goes with its channel, and that with the next collection of garbage. */
	private static final Set<FileLock> HELD = ConcurrentHashMap.newKeySet();

	private final Home home;

	public Running(Home home) {
		this.home = home;
	}

	/**
	 * Becomes the supervisor of this home until this process ends. The state that an
	 * earlier one left is about nothing that runs.
	 * @throws UsageException if another one is
	 */
	public void claim() throws IOException {
		FileChannel channel = FileChannel.open(lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		FileLock lock = lockOf(channel);
		if (lock == null) {
			channel.close();
			throw new UsageException("Plaza runs here already"
					+ supervisor().map(process -> " (process " + process.pid() + ")").orElse("")
					+ ": see ./plaza status, stop it with ./plaza down, or start another beside it with"
					+ " PLAZA_HOME=/some/directory PLAZA_PORT_OFFSET=1000 ./plaza up.");
		}
		HELD.add(lock);
		Files.deleteIfExists(this.home.state());
		announce();
	}

	/** Records this process for {@link #supervisor()}. */
	public void announce() throws IOException {
		PidFile.of(this.home, Supervisor.NAME).write(ProcessHandle.current().pid(), "TERM", Layer.SERVER);
	}

	/** The supervisor of this home, if one runs. */
	public Optional<ProcessHandle> supervisor() {
		return PidFile.of(this.home, Supervisor.NAME)
			.read()
			.flatMap(entry -> Processes.find(entry.pid(), line -> this.home.owns(Supervisor.NAME, line)));
	}

	/** Signals the supervisor to end everything and waits; false where none runs. */
	public boolean stopSupervisor(Duration timeout) {
		Optional<ProcessHandle> supervisor = supervisor();
		supervisor.ifPresent(process -> Processes.stop(process, "TERM", timeout));
		return supervisor.isPresent();
	}

	private static @Nullable FileLock lockOf(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	private Path lock() {
		return this.home.directory().resolve("lock");
	}

}
