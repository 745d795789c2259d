package city.plaza.local.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import city.plaza.local.suite.Home;

/**
 * Makes the class caches that are missing, one after the other and with the lowest
 * priority, while the suite is in use. Each counts from the application's next start.
 */
public final class MakeCaches {

	/** Under this name the log of the runs stands. */
	private static final String NAME = "class-caches";

	private static final long LIMIT_MINUTES = 10;

	private final Home home;

	private final List<BootService> missing;

	private final Thread thread = Thread.ofPlatform().daemon().name(NAME).unstarted(this::makeAll);

	private volatile boolean stopped;

	MakeCaches(Home home, List<BootService> missing) {
		this.home = home;
		this.missing = missing;
	}

	/** How many caches are missing. */
	public int count() {
		return this.missing.size();
	}

	public void start() {
		this.thread.start();
	}

	/** Breaks off at once; what is half done is done again another time. */
	public void stop() throws InterruptedException {
		this.stopped = true;
		if (this.thread.isAlive()) {
			this.thread.interrupt();
			this.thread.join();
		}
	}

	private void makeAll() {
		for (BootService service : this.missing) {
			if (this.stopped) {
				return;
			}
			try {
				make(service);
			}
			catch (IOException ex) {
				// Without a cache the service starts more slowly, and that is all.
			}
		}
	}

	private void make(BootService service) throws IOException {
		List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
		command.addAll(service.cacheMakingCommand());
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.home.directory().toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.home.log(NAME).toFile()));
		builder.environment().putAll(service.environment());
		Process process = builder.start();
		try {
			if (process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0) {
				service.cache().finish();
			}
		}
		catch (InterruptedException ex) {
			// The JVM's helper that writes the cache is a process of its own.
			this.stopped = true;
		}
		finally {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
	}

}
