package city.plaza.local.cache;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import city.plaza.local.suite.Home;
import city.plaza.local.suite.Program;
import city.plaza.local.suite.TrialRun;

/**
 * Makes the class caches that are missing, one after the other and with the lowest
 * priority, while the suite is in use. Each counts from the program's next start.
 */
public final class MakeCaches {

	/** Under this name the log of the runs stands. */
	private static final String NAME = "class-caches";

	private static final Duration LIMIT = Duration.ofMinutes(10);

	private final Home home;

	private final List<CachedProgram> missing;

	private final Thread thread = Thread.ofPlatform().daemon().name(NAME).unstarted(this::makeAll);

	private volatile boolean stopped;

	private MakeCaches(Home home, List<CachedProgram> missing) {
		this.home = home;
		this.missing = missing;
	}

	/** Those of the programs that start from one and have none. */
	public static MakeCaches missing(Home home, List<Program> programs) {
		return new MakeCaches(home,
				programs.stream()
					.filter(CachedProgram.class::isInstance)
					.map(CachedProgram.class::cast)
					.filter((program) -> !program.cache().exists())
					.toList());
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
		for (CachedProgram program : this.missing) {
			if (this.stopped) {
				return;
			}
			try {
				make(program);
			}
			catch (IOException ex) {
				// Without a cache the program starts more slowly, and that is all.
			}
			catch (InterruptedException ex) {
				this.stopped = true;
			}
		}
	}

	private void make(CachedProgram program) throws IOException, InterruptedException {
		Home own = this.home.trial(program.name());
		own.create();
		try {
			if (new TrialRun(own, program.training(own), this.home.log(NAME)).untilItServes(LIMIT)) {
				program.cache().finish();
			}
		}
		finally {
			Home.delete(own.directory());
		}
	}

}
