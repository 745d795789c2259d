package city.plaza.local.suite;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps one program running until a stop is requested. Everything about the process
 * happens on one thread, so that a stop never races with a restart.
 */
final class Supervised {

	private static final Duration POLL = Duration.ofMillis(100);

	private static final int TRIES_BEFORE_FIRST_READY = 3;

	private final Program program;

	private final Home home;

	private final Watcher watcher;

	private final Duration startLimit;

	private final CompletableFuture<Void> stop = new CompletableFuture<>();

	/** Completed with whether the program came up. */
	private final CompletableFuture<Boolean> cameUp = new CompletableFuture<>();

	private final Backoff backoff;

	private final Thread thread;

	private volatile ProgramStatus status;

	private int tries;

	Supervised(Program program, Home home, Watcher watcher, Duration startLimit, Backoff backoff) {
		this.program = program;
		this.home = home;
		this.watcher = watcher;
		this.startLimit = startLimit;
		this.backoff = backoff;
		this.status = new ProgramStatus(program.name(), 0, program.port(), Condition.WAITING, 0, 0);
		this.thread = Thread.ofPlatform().name(program.name()).unstarted(this::keepRunning);
	}

	Program program() {
		return this.program;
	}

	ProgramStatus status() {
		return this.status;
	}

	CompletableFuture<Boolean> start() {
		this.thread.start();
		return this.cameUp;
	}

	void requestStop() {
		this.stop.complete(null);
	}

	/** Waits until the process has ended; {@link #requestStop()} comes before. */
	void awaitStopped() throws InterruptedException {
		if (this.thread.getState() != Thread.State.NEW) {
			this.thread.join();
		}
	}

	private void keepRunning() {
		while (!this.stop.isDone()) {
			Instant began = Instant.now();
			String cause = runOnce(began);
			if (this.stop.isDone()) {
				break;
			}
			this.tries++;
			if (!this.cameUp.isDone() && this.tries >= TRIES_BEFORE_FIRST_READY) {
				become(Condition.FAILED, 0, 0, cause);
				this.cameUp.complete(false);
				return;
			}
			this.status = new ProgramStatus(this.program.name(), 0, this.program.port(), Condition.RESTARTING,
					this.status.restarts() + 1, 0);
			this.watcher.changed(this.status, cause);
			await(this.stop, this.backoff.after(Duration.between(began, Instant.now())));
		}
		become(Condition.STOPPED, 0, 0, "");
		this.cameUp.complete(false);
	}

	/** Runs the program from its start to its end, and returns why it ended. */
	private String runOnce(Instant began) {
		try {
			this.program.prepare();
			new LogFile(this.home.log(this.program.name())).bound();
			return watched(start(this.home.log(this.program.name()).toFile()), began);
		}
		catch (FileSystemException ex) {
			// Its message is the path alone.
			return ex.toString();
		}
		catch (IOException ex) {
			return String.valueOf(ex.getMessage());
		}
		catch (UsageException ex) {
			this.tries = TRIES_BEFORE_FIRST_READY;
			return String.valueOf(ex.getMessage());
		}
		catch (InterruptedException ex) {
			this.stop.complete(null);
			return "interrupted";
		}
		catch (RuntimeException ex) {
			return ex.toString();
		}
	}

	/** Whatever happens here, no process goes on that nobody watches. */
	private String watched(Process process, Instant began) throws IOException, InterruptedException {
		PidFile pidFile = PidFile.of(this.home, this.program.name());
		try {
			pidFile.write(process.pid(), this.program.stopSignal(), this.program.layer());
			become(Condition.STARTING, process.pid(), 0, "");
			return watch(process, began);
		}
		finally {
			Processes.stop(process.toHandle(), this.program.stopSignal(), this.program.stopTimeout());
			pidFile.delete();
		}
	}

	private Process start(File log) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(this.program.command()).directory(this.home.directory().toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
		builder.environment().putAll(this.program.environment());
		return builder.start();
	}

	private String watch(Process process, Instant began) throws InterruptedException {
		CompletableFuture<?> ended = CompletableFuture.anyOf(process.onExit(), this.stop);
		while (process.isAlive() && !this.stop.isDone()) {
			if (isReady()) {
				become(Condition.READY, process.pid(), Duration.between(began, Instant.now()).toMillis(), "");
				this.cameUp.complete(true);
				ended.join();
			}
			else if (Duration.between(began, Instant.now()).compareTo(this.startLimit) > 0) {
				Processes.stop(process.toHandle(), this.program.stopSignal(), this.program.stopTimeout());
				this.tries = TRIES_BEFORE_FIRST_READY;
				return "not ready after " + this.startLimit.toSeconds() + " s";
			}
			else {
				await(ended, POLL);
			}
		}
		if (this.stop.isDone() && process.isAlive()) {
			become(Condition.STOPPING, process.pid(), 0, "");
			Processes.stop(process.toHandle(), this.program.stopSignal(), this.program.stopTimeout());
		}
		return "ended with exit code " + process.waitFor();
	}

	private boolean isReady() {
		try {
			return this.program.ready();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private void await(CompletableFuture<?> event, Duration pause) {
		try {
			event.get(pause.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			// It has not happened.
		}
		catch (InterruptedException | ExecutionException ex) {
			this.stop.complete(null);
		}
	}

	private void become(Condition condition, long pid, long millisToReady, String note) {
		this.status = new ProgramStatus(this.program.name(), pid, this.program.port(), condition,
				this.status.restarts(), millisToReady);
		this.watcher.changed(this.status, note);
	}

}
