package city.plaza.local.suite;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs the programs of a suite: starts them layer by layer, starts again whichever dies,
 * and ends them in the opposite order.
 */
public final class Supervisor {

	/** Under this name its own pid file stands. */
	public static final String NAME = "supervisor";

	private final Home home;

	private final List<Supervised> programs;

	private final Thread housekeeping = Thread.ofPlatform().daemon().name("housekeeping").unstarted(this::keepHouse);

	private final CountDownLatch ending = new CountDownLatch(1);

	private final AtomicBoolean stopped = new AtomicBoolean();

	/**
	 * A supervisor that has started nothing yet.
	 * @param startLimit how long one program may take until it serves
	 */
	public Supervisor(Home home, List<Program> programs, Watcher watcher, Duration startLimit) {
		this(home, programs, watcher, startLimit, Backoff.FIRST);
	}

	/** With another pause before a program that died is started again. */
	Supervisor(Home home, List<Program> programs, Watcher watcher, Duration startLimit, Duration firstPause) {
		this.home = home;
		this.programs = programs.stream()
			.map(program -> new Supervised(program, home, watcher, startLimit, new Backoff(firstPause)))
			.toList();
	}

	public List<ProgramStatus> statuses() {
		return this.programs.stream().map(Supervised::status).toList();
	}

	/**
	 * Starts everything and returns once all of it serves.
	 * @throws StartFailed if one program does not come up; the others still run then
	 */
	public void start() throws StartFailed {
		this.housekeeping.start();
		startTogether(layer(Layer.SERVER));
		List<Supervised> above = new ArrayList<>(layer(Layer.SERVICE));
		above.addAll(layer(Layer.GATEWAY));
		startTogether(above);
	}

	/** Ends everything; returns when nothing runs any more. A second call only waits. */
	public synchronized void stop() throws InterruptedException {
		if (this.stopped.getAndSet(true)) {
			return;
		}
		for (Layer layer : List.of(Layer.GATEWAY, Layer.SERVICE, Layer.SERVER)) {
			layer(layer).forEach(Supervised::requestStop);
			for (Supervised program : layer(layer)) {
				program.awaitStopped();
			}
		}
		this.ending.countDown();
	}

	private void startTogether(List<Supervised> together) throws StartFailed {
		List<CompletableFuture<Boolean>> outcomes = together.stream().map(Supervised::start).toList();
		CompletableFuture<?>[] failures = outcomes.stream()
			.map(Supervisor::onFailure)
			.toArray(CompletableFuture[]::new);
		CompletableFuture
			.anyOf(CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)),
					CompletableFuture.anyOf(failures))
			.join();
		for (int i = 0; i < together.size(); i++) {
			if (outcomes.get(i).isDone() && !outcomes.get(i).join()) {
				throw new StartFailed(together.get(i).program().name());
			}
		}
	}

	/** Completes only if the outcome is that it did not come up. */
	private static CompletableFuture<Boolean> onFailure(CompletableFuture<Boolean> outcome) {
		return outcome.thenCompose(up -> up ? new CompletableFuture<>() : outcome);
	}

	private List<Supervised> layer(Layer layer) {
		return this.programs.stream().filter(program -> program.program().layer() == layer).toList();
	}

	private void keepHouse() {
		try {
			while (!this.ending.await(30, TimeUnit.SECONDS)) {
				boundLogs();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void boundLogs() {
		for (Supervised program : this.programs) {
			try {
				new LogFile(this.home.log(program.program().name())).bound();
			}
			catch (IOException ex) {
				// A log that cannot be cut now is cut at the next round.
			}
		}
	}

}
