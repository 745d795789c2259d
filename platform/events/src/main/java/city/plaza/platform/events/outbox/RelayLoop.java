package city.plaza.platform.events.outbox;

import java.time.Duration;

import city.plaza.platform.events.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.context.SmartLifecycle;

/** Runs a relay from the start of the process to its end. */
class RelayLoop implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(RelayLoop.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

	private static final int LONGEST_PAUSE_FACTOR = 16;

	private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

	private final Relay relay;

	private final CommitSignals signals;

	private final Topics topics;

	private final Duration poll;

	private int failures;

	private Sinks.@Nullable Empty<Void> end;

	private @Nullable Disposable running;

	RelayLoop(Relay relay, CommitSignals signals, Topics topics, Duration poll) {
		this.relay = relay;
		this.signals = signals;
		this.topics = topics;
		this.poll = poll;
	}

	@Override
	public synchronized void start() {
		Sinks.Empty<Void> ended = Sinks.empty();
		this.end = ended;
		// Signals that come during a round are one: the next round sees all of them.
		Mono<Relay.Outcome> drain = Mono.defer(this.relay::drain);
		this.running = this.topics.ready()
			.then(Mono.defer(() -> this.relay.begin(this.topics.owned())))
			.thenMany(Flux.merge(this.signals.of(this.relay.priority()).map((signal) -> drain),
					Flux.interval(Duration.ZERO, this.poll)
						.onBackpressureDrop()
						.map((tick) -> this.relay.addMissingLanes().then(drain))))
			.takeUntilOther(ended.asMono())
			.onBackpressureLatest()
			.concatMap((round) -> round.flatMap(this::pause), 0)
			.subscribe((outcome) -> {
			}, (error) -> log.error("The relay of events ended", error));
	}

	/** After a failure the next round waits, longer each time, up to four seconds. */
	private Mono<Relay.Outcome> pause(Relay.Outcome outcome) {
		if (outcome != Relay.Outcome.FAILED) {
			this.failures = 0;
			return Mono.just(outcome);
		}
		this.failures++;
		int factor = Math.min(LONGEST_PAUSE_FACTOR, 1 << Math.min(this.failures - 1, 10));
		return Mono.delay(FIRST_PAUSE.multipliedBy(factor)).thenReturn(outcome);
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	/** Lets the current round end, so that what it sent is also deleted. */
	@Override
	public synchronized void stop(Runnable callback) {
		Disposable loop = this.running;
		if (loop == null || this.end == null) {
			callback.run();
			return;
		}
		this.end.tryEmitEmpty();
		this.running = null;
		Flux.interval(Duration.ofMillis(20))
			.takeUntil((tick) -> loop.isDisposed())
			.then()
			.timeout(STOP_TIMEOUT, Mono.fromRunnable(loop::dispose))
			.subscribe((none) -> {
			}, (error) -> callback.run(), callback);
	}

	@Override
	public synchronized boolean isRunning() {
		return this.running != null;
	}

	/** Stops after the web server and the listeners, so that their events are sent. */
	@Override
	public int getPhase() {
		return 0;
	}

}
