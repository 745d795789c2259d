package city.plaza.platform.events;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Listens to all subscriptions of this service from its start to its end. */
class Subscriptions implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private final List<? extends MessageListenerContainer> listeners;

	private Disposable starting = () -> {
	};

	private volatile boolean running;

	Subscriptions(List<? extends MessageListenerContainer> listeners) {
		this.listeners = listeners;
	}

	/**
	 * In the background and until it succeeds: a listener cannot be started while Kafka's
	 * name is unknown to the network, which must not keep the service from starting.
	 */
	@Override
	public void start() {
		this.running = true;
		this.starting = Mono.fromRunnable(() -> this.listeners.forEach(Subscriptions::start))
			.subscribeOn(Schedulers.boundedElastic())
			.retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
				.maxBackoff(LONGEST_PAUSE)
				.doBeforeRetry((retry) -> waiting(retry.totalRetries(), retry.failure())))
			.subscribe();
	}

	private static void start(MessageListenerContainer listener) {
		try {
			listener.start();
		}
		catch (RuntimeException ex) {
			// Half started it would call itself running, and not start again.
			listener.stop();
			throw ex;
		}
	}

	private static void waiting(long retries, Throwable failure) {
		if (retries == 0) {
			log.warn("Kafka cannot be listened to yet: {}", Causes.name(failure));
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.starting.dispose();
		this.listeners.forEach(MessageListenerContainer::stop);
	}

	/** All side by side: each ends the event it is at. */
	@Override
	public void stop(Runnable callback) {
		this.running = false;
		this.starting.dispose();
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

	/** Before the relay in stopping: what handlers write still goes out. */
	@Override
	public int getPhase() {
		return 1000;
	}

}
