package city.plaza.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

import city.plaza.local.cache.MakeCaches;
import city.plaza.local.suite.Home;
import city.plaza.local.suite.OrphanedProcesses;
import city.plaza.local.suite.LogFile;
import city.plaza.local.suite.Preflight;
import city.plaza.local.suite.Program;
import city.plaza.local.suite.ProgramStatus;
import city.plaza.local.suite.Running;
import city.plaza.local.suite.StartFailed;
import city.plaza.local.suite.StateFile;
import city.plaza.local.suite.Supervisor;
import city.plaza.local.suite.UsageException;
import city.plaza.local.suite.WholeNumber;
import city.plaza.local.terminal.Progress;
import city.plaza.local.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Starts the suite and keeps it running until this process gets a signal. */
final class Up {

	private static final int START_LIMIT_SECONDS = 180;

	private final Place place;

	private final Home home;

	private final Terminal terminal;

	private final StateFile state;

	private final SampleData samples;

	private volatile @Nullable MakeCaches caches;

	private volatile boolean ready;

	private volatile boolean stopping;

	Up(Place place, Terminal terminal) {
		this.place = place;
		this.home = place.home();
		this.terminal = terminal;
		this.state = new StateFile(this.home);
		this.samples = new SampleData(place, terminal);
	}

	int run(List<String> options) throws IOException, InterruptedException {
		List<Program> programs = Suite.programs(this.place);
		claim(options.contains("--reset"));
		Preflight.check(this.home, programs);
		Instant began = Instant.now();
		Progress progress = new Progress(this.terminal, programs.stream().map(Program::name).toList());
		Supervisor supervisor = supervisor(programs, progress);
		Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(supervisor)));
		try {
			supervisor.start();
		}
		catch (StartFailed ex) {
			return this.stopping ? awaitEnd() : fail(ex.program());
		}
		new Routes(this.place.ports().gatewayUrl(), this.terminal).await();
		progress.plainFromHere();
		this.terminal.line(String.format(Locale.ROOT, "Everything is up after %.1f s.",
				Duration.between(began, Instant.now()).toMillis() / 1000.0));
		if (!options.contains("--no-samples")) {
			this.samples.load();
		}
		this.terminal.line(Guide.text(this.place));
		this.ready = true;
		writeState(supervisor);
		makeCaches(programs);
		return awaitEnd();
	}

	/** Becomes the one supervisor of this home, and stops what an earlier one left. */
	private void claim(boolean reset) throws IOException {
		this.home.create();
		new Running(this.home).claim();
		List<String> orphans = OrphanedProcesses.stop(this.home);
		if (!orphans.isEmpty()) {
			this.terminal.line("Stopped orphaned processes of an earlier run: " + String.join(", ", orphans) + ".");
		}
		if (reset) {
			this.home.reset();
			this.home.create();
			new Running(this.home).announce();
		}
	}

	private Supervisor supervisor(List<Program> programs, Progress progress) {
		Supervisor[] holder = new Supervisor[1];
		holder[0] = new Supervisor(this.home, programs, (status, note) -> {
			show(progress, status, note);
			writeState(holder[0]);
		}, Duration.ofSeconds(WholeNumber.of(System.getenv(), "PLAZA_START_LIMIT_SECONDS", START_LIMIT_SECONDS)));
		return holder[0];
	}

	private void show(Progress progress, ProgramStatus status, String note) {
		if (!this.stopping) {
			progress.changed(status, note);
		}
	}

	private void writeState(Supervisor supervisor) {
		try {
			this.state.write(new StateFile.State(this.ready, this.place.ports().offset(), supervisor.statuses()));
		}
		catch (IOException ex) {
			this.terminal.error("The state could not be written: " + ex);
		}
	}

	private void makeCaches(List<Program> programs) {
		MakeCaches missing = MakeCaches.missing(this.home, programs);
		boolean wanted = !"off".equals(System.getenv("PLAZA_CLASS_CACHES"));
		if (wanted && missing.count() > 0 && !this.stopping) {
			this.caches = missing;
			missing.start();
			this.terminal.line("In the background " + missing.count()
					+ " class caches are made, once for this build: the next start takes half as long.");
		}
	}

	private int fail(String program) {
		this.terminal.error("");
		this.terminal.error(program + " did not come up. The end of its log, " + this.home.log(program) + ":");
		LogFile.of(this.home, program).tail(25).forEach(line -> this.terminal.error("  | " + line));
		return 1;
	}

	private void stop(Supervisor supervisor) {
		this.stopping = true;
		this.terminal.line("Stopping ...");
		try {
			MakeCaches making = this.caches;
			if (making != null) {
				making.stop();
			}
			this.samples.stop();
			supervisor.stop();
			this.state.delete();
			this.terminal.line("Everything is stopped.");
		}
		catch (IOException ex) {
			this.terminal.error("Stopped, but the state file remains: " + ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Only a signal ends this. */
	private static int awaitEnd() throws InterruptedException {
		new CountDownLatch(1).await();
		throw new UsageException("never reached");
	}

}
