package city.plaza.platform.events;

import java.time.Duration;
import java.util.function.IntFunction;

import city.plaza.platform.failure.Causes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;

/**
 * Work that is done at the start of the process and then at an interval. After a failure
 * it waits for the next time.
 */
public final class PeriodicTask implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(PeriodicTask.class);

	private static final int BATCH = 1000;

	/** Between two deletions, so that they take a small part of the disk's time. */
	private static final Duration PAUSE = Duration.ofMillis(50);

	private final Duration interval;

	private final Mono<Void> work;

	private @Nullable Disposable running;

	/**
	 * A task, not yet started.
	 * @param interval between the beginnings; one that is missed is skipped
	 * @param work lazy
	 */
	public PeriodicTask(Duration interval, Mono<Void> work) {
		this.interval = interval;
		this.work = work;
	}

	/**
	 * Deletes in small parts, so that other statements do not wait long.
	 * @param delete deletes at most as many rows as it is given and returns how many
	 * @return completes when there is nothing left to delete
	 */
	public static Mono<Void> inBatches(IntFunction<Mono<Long>> delete) {
		return Mono.defer(() -> delete.apply(BATCH))
			.repeatWhen((rounds) -> rounds.delayElements(PAUSE))
			.takeUntil((deleted) -> deleted < BATCH)
			.then();
	}

	@Override
	public synchronized void start() {
		this.running = Flux.interval(Duration.ZERO, this.interval)
			.onBackpressureDrop()
			.concatMap((tick) -> this.work.onErrorResume(PeriodicTask::later), 0)
			.subscribe();
	}

	private static Mono<Void> later(Throwable error) {
		return Mono.fromRunnable(() -> log.debug("Not now: {}", Causes.name(error)));
	}

	@Override
	public synchronized void stop() {
		if (this.running != null) {
			this.running.dispose();
			this.running = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.running != null;
	}

}
