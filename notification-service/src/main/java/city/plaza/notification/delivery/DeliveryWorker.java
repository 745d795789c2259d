package city.plaza.notification.delivery;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import city.plaza.notification.notice.NoticeBell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Delivers whatever is due, in a few lanes side by side: right after the bell, and every
 * poll for what other instances queued or left behind. A stop lets the mails on their way
 * arrive.
 */
@Component
class DeliveryWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final DeliverNotice deliverNotice;

	private final NoticeBell bell;

	private final DeliverySettings settings;

	private volatile Sinks.Empty<Void> stop = Sinks.empty();

	private volatile CompletableFuture<Void> lanes = CompletableFuture.completedFuture(null);

	private volatile boolean running;

	DeliveryWorker(DeliverNotice deliverNotice, NoticeBell bell, DeliverySettings settings) {
		this.deliverNotice = deliverNotice;
		this.bell = bell;
		this.settings = settings;
	}

	@Override
	public void start() {
		this.stop = Sinks.empty();
		this.running = true;
		this.lanes = Flux.range(0, this.settings.atOnce())
			.flatMap((number) -> lane(), this.settings.atOnce())
			.then()
			.toFuture();
	}

	private Flux<Void> lane() {
		return Flux.merge(Flux.interval(Duration.ZERO, this.settings.poll()), this.bell.rings())
			.takeUntilOther(this.stop.asMono())
			.onBackpressureLatest()
			.concatMap((tick) -> deliverAllDue(), 1);
	}

	private Mono<Void> deliverAllDue() {
		return this.deliverNotice.next()
			.repeat(() -> this.running)
			.takeUntil((delivered) -> !delivered)
			.then()
			.onErrorResume(this::tryAgainLater);
	}

	private Mono<Void> tryAgainLater(Throwable error) {
		log.warn("Delivery of notices waits for the next look: {}", error.toString());
		return Mono.empty();
	}

	@Override
	public void stop(Runnable stopped) {
		this.running = false;
		this.stop.tryEmitEmpty();
		this.lanes = this.lanes.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
			.whenComplete((done, error) -> stopped.run());
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
