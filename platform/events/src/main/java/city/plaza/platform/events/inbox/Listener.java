package city.plaza.platform.events.inbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * A listener container that is watched: a fatal error or a refused authorization stops
 * it, and Spring does not start it again.
 */
class Listener {

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	private final ConcurrentMessageListenerContainer<String, byte[]> container;

	private final ListenerState state;

	private final Duration firstPause;

	private final AtomicReference<@Nullable String> reason = new AtomicReference<>();

	private Duration pause;

	private long startedAt;

	/**
	 * A listener, not yet started.
	 * @param firstPause before it is started again after a stop; doubled up to a minute
	 * while it keeps stopping
	 */
	Listener(ConcurrentMessageListenerContainer<String, byte[]> container, ListenerState state, Duration firstPause) {
		this.container = container;
		this.state = state;
		this.firstPause = firstPause;
		this.pause = firstPause;
		container.setApplicationEventPublisher(this::recordStop);
	}

	private void recordStop(Object event) {
		if (event instanceof ConsumerStoppedEvent stop && stop.getReason() != ConsumerStoppedEvent.Reason.NORMAL) {
			this.reason.set(stop.getReason().name());
		}
	}

	ListenerState state() {
		return this.state;
	}

	void start() {
		try {
			this.startedAt = System.nanoTime();
			this.container.start();
		}
		catch (RuntimeException ex) {
			// Half started it would report itself running, and not start again.
			this.container.stop();
			throw ex;
		}
	}

	/** Starts a listener that stopped, once its pause is over. */
	void watch() {
		Duration since = Duration.ofNanos(System.nanoTime() - this.startedAt);
		if (this.container.isRunning() && this.container.isInExpectedState()) {
			if (since.compareTo(this.pause) > 0) {
				this.state.runs();
				this.pause = this.firstPause;
			}
			return;
		}
		String why = this.reason.get();
		this.state.stopped((why != null) ? why : "an error");
		if (since.compareTo(this.pause) > 0) {
			Duration next = this.pause.multipliedBy(2);
			this.pause = (next.compareTo(LONGEST_PAUSE) < 0) ? next : LONGEST_PAUSE;
			this.container.stop();
			start();
		}
	}

	void stop() {
		this.container.stop();
	}

	void stop(Runnable callback) {
		this.container.stop(callback);
	}

}
