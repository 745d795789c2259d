package city.plaza.platform.events.inbox;

import java.time.Duration;
import java.util.List;

import city.plaza.platform.failure.Causes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.context.SmartLifecycle;

/** The listeners of all consumers, from the start of the service to its end. */
class Listeners implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Listeners.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private static final Duration CHECK = Duration.ofMillis(500);

	private final List<Listener> listeners;

	private Disposable work = () -> {
	};

	private volatile boolean running;

	Listeners(List<Listener> listeners) {
		this.listeners = listeners;
	}

	List<ListenerState> states() {
		return this.listeners.stream().map(Listener::state).toList();
	}

	/**
	 * In the background and until it succeeds: a listener cannot be started while Kafka's
	 * host name cannot be resolved, which must not keep the service from starting. From
	 * then on those that stop are started again.
	 */
	@Override
	public void start() {
		this.running = true;
		this.work = Mono.fromRunnable(() -> this.listeners.forEach(Listener::start))
			.subscribeOn(Schedulers.boundedElastic())
			.retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
				.maxBackoff(LONGEST_PAUSE)
				.doBeforeRetry((retry) -> waiting(retry.totalRetries(), retry.failure())))
			.thenMany(Flux.interval(CHECK, Schedulers.boundedElastic()).onBackpressureDrop())
			.subscribe((tick) -> this.listeners.forEach(this::watch));
	}

	private void watch(Listener listener) {
		try {
			if (this.running) {
				listener.watch();
			}
		}
		catch (RuntimeException ex) {
			log.debug("Not yet: {}", Causes.name(ex));
		}
	}

	private static void waiting(long retries, Throwable failure) {
		if (retries == 0) {
			log.warn("Kafka cannot be read yet: {}", Causes.name(failure));
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.work.dispose();
		this.listeners.forEach(Listener::stop);
	}

	/** All at the same time: each finishes its current event. */
	@Override
	public void stop(Runnable callback) {
		this.running = false;
		this.work.dispose();
		Flux.fromIterable(this.listeners)
			.flatMap((listener) -> Mono.create((done) -> listener.stop(done::success)), Integer.MAX_VALUE)
			.then()
			.subscribe((none) -> {
			}, (error) -> callback.run(), callback);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Stops before the relay: what handlers write is still sent. */
	@Override
	public int getPhase() {
		return 1000;
	}

}
