package city.plaza.notification.delivery;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import city.plaza.notification.notice.NoticeSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Delivers whatever is due: right after a signal, and every poll for what other instances
 * queued or left behind. A stop lets the mails on their way arrive and be settled, and
 * gives back the rest.
 */
@Component
class DeliveryWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

	private final DeliverNotices deliverNotices;

	private final InHand inHand;

	private final Mailer mailer;

	private final NoticeSignal signal;

	private final DeliverySettings settings;

	private volatile Sinks.Empty<Void> stop = Sinks.empty();

	private volatile CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

	private volatile boolean running;

	DeliveryWorker(DeliverNotices deliverNotices, InHand inHand, Mailer mailer, NoticeSignal signal,
			DeliverySettings settings) {
		this.deliverNotices = deliverNotices;
		this.inHand = inHand;
		this.mailer = mailer;
		this.signal = signal;
		this.settings = settings;
	}

	@Override
	public void start() {
		this.stop = Sinks.empty();
		this.running = true;
		Flux<Long> signals = Flux.merge(polls(), this.signal.signals()).takeUntilOther(this.stop.asMono());
		Mono<Void> delivery = this.deliverNotices.at(signals, this::isRunning).then();
		this.work = Mono.firstWithSignal(delivery, this.inHand.keep().then()).toFuture();
	}

	private Flux<Long> polls() {
		return Flux.interval(Duration.ZERO, this.settings.poll())
			.onBackpressureDrop()
			.concatMap((tick) -> Mono.fromRunnable(this.mailer::rest)
				.subscribeOn(Schedulers.boundedElastic())
				.thenReturn(tick));
	}

	@Override
	public void stop(Runnable stopped) {
		this.running = false;
		this.stop.tryEmitEmpty();
		this.work = this.work.orTimeout(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS).whenComplete((done, error) -> {
			if (error != null) {
				log.warn("{} notices are not settled at the stop: {}", this.inHand.size(), error.toString());
			}
			stopped.run();
		});
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
