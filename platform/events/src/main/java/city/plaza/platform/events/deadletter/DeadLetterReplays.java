package city.plaza.platform.events.deadletter;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Applies dead letters once more when an instance is started with
 * {@code plaza.events.replay=<consumer>}: a fixed bug is deployed with a start anyway.
 */
class DeadLetterReplays implements ApplicationListener<ApplicationReadyEvent> {

	private static final Logger log = LoggerFactory.getLogger(DeadLetterReplays.class);

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final List<DeadLetterReplay> all;

	private final List<DeadLetterReplay> requested;

	DeadLetterReplays(List<DeadLetterReplay> all, List<String> requested) {
		this.all = all;
		this.requested = requested.stream().map(this::of).toList();
	}

	DeadLetterReplay of(String consumer) {
		return this.all.stream()
			.filter((replay) -> replay.consumer().equals(consumer))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"plaza.events.replay names " + consumer + ", which is no consumer of this service"));
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent started) {
		Flux.fromIterable(this.requested).concatMap(DeadLetterReplays::replay).subscribe();
	}

	static Mono<DeadLetterReplay.Result> replay(DeadLetterReplay replay) {
		return Mono.fromCallable(replay::replay)
			.subscribeOn(Schedulers.boundedElastic())
			.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
			.doOnNext((result) -> log.info("Dead letters of {}: {} applied, {} failed again, {} refused",
					replay.consumer(), result.applied(), result.failed(), result.refused()));
	}

}
