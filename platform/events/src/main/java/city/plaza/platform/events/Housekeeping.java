package city.plaza.platform.events;

import java.time.Duration;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;

/** Measures what waits in the outbox, and deletes what nobody needs any more. */
class Housekeeping implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

	private static final Duration MEASURE = Duration.ofSeconds(2);

	private static final Duration CLEAN = Duration.ofMinutes(10);

	private static final int AT_ONCE = 1000;

	/** Between two deletions, so that they take a small part of the disk's time. */
	private static final Duration BREATH = Duration.ofMillis(50);

	private final OutboxBacklog outbox;

	private final InboxRows inbox;

	private final EventMetrics metrics;

	private final EventsSettings settings;

	private @Nullable Disposable running;

	Housekeeping(OutboxBacklog outbox, InboxRows inbox, EventMetrics metrics, EventsSettings settings) {
		this.outbox = outbox;
		this.inbox = inbox;
		this.metrics = metrics;
		this.settings = settings;
	}

	@Override
	public synchronized void start() {
		this.running = Disposables.composite(every(MEASURE, measure()), every(CLEAN, clean()));
	}

	Mono<Void> measure() {
		return this.outbox.measure().doOnNext(this.metrics::backlog).then();
	}

	Mono<Void> clean() {
		return inBatches(this.outbox::forgetPublished)
			.then(inBatches((most) -> this.inbox.forget(this.settings.keepInbox(), most)));
	}

	private static Mono<Void> inBatches(IntFunction<Mono<Long>> delete) {
		return Mono.defer(() -> delete.apply(AT_ONCE))
			.repeatWhen((rounds) -> rounds.delayElements(BREATH))
			.takeUntil((deleted) -> deleted < AT_ONCE)
			.then();
	}

	private static Disposable every(Duration time, Mono<Void> work) {
		return Flux.interval(Duration.ZERO, time)
			.onBackpressureDrop()
			.concatMap((tick) -> work.onErrorResume(Housekeeping::later), 0)
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
