package city.plaza.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import city.plaza.notification.notice.DueNotice;
import city.plaza.notification.notice.DueNotices;
import city.plaza.notification.notice.NoticeId;
import city.plaza.notification.notice.Settlement;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.outbox.NewEvent;
import city.plaza.platform.events.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.stereotype.Component;

/**
 * Stores the results of notices and publishes them, all that has gathered while the last
 * transaction ran in the next one. What the mail server took is never tried again because
 * the database was unavailable: storing the result is repeated until it succeeds.
 */
@Component
class SettleNotices {

	private static final Logger log = LoggerFactory.getLogger(SettleNotices.class);

	private static final String TOPIC = "notification.deliveries";

	private static final int AT_ONCE = 100;

	private static final Retry UNTIL_WRITTEN = Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(50))
		.maxBackoff(Duration.ofSeconds(2))
		.doBeforeRetry((failed) -> log.warn("The results of sent notices are not stored yet: {}",
				failed.failure().toString()));

	private final Queue<Settlement> waiting = new ConcurrentLinkedQueue<>();

	private final DueNotices dueNotices;

	private final InHand inHand;

	private final Outbox outbox;

	private final Transactions transactions;

	private final Clock clock;

	SettleNotices(DueNotices dueNotices, InHand inHand, Outbox outbox, Transactions transactions, Clock clock) {
		this.dueNotices = dueNotices;
		this.inHand = inHand;
		this.outbox = outbox;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Settles notices as they are sent.
	 * @param sent the result of each
	 * @return completes when the last one is stored
	 */
	Flux<Void> settle(Flux<Settlement> sent) {
		return sent.doOnNext(this.waiting::add).onBackpressureLatest().concatMap((any) -> settleWaiting(), 1);
	}

	/** Whether settling keeps up; while it does not, nothing new should be taken. */
	boolean keepsUp() {
		return this.inHand.size() < 3 * AT_ONCE;
	}

	private Mono<Void> settleWaiting() {
		return Mono.fromSupplier(this::nextBatch)
			.flatMap((batch) -> write(batch).thenReturn(batch.size()))
			.repeat()
			.takeUntil((size) -> size == 0)
			.then();
	}

	private List<Settlement> nextBatch() {
		List<Settlement> batch = new ArrayList<>();
		while (batch.size() < AT_ONCE) {
			Settlement next = this.waiting.poll();
			if (next == null) {
				break;
			}
			batch.add(next);
		}
		return batch;
	}

	private Mono<Void> write(List<Settlement> batch) {
		if (batch.isEmpty()) {
			return Mono.empty();
		}
		return Mono.defer(() -> this.transactions.inOne(inTransaction(batch)))
			.retryWhen(UNTIL_WRITTEN)
			.doFinally((end) -> this.inHand.letGo(batch.stream().map(Settlement::notice).toList()));
	}

	private Mono<Void> inTransaction(List<Settlement> batch) {
		return this.dueNotices.settle(batch)
			.flatMap((settled) -> this.outbox.append(batch.stream()
				.filter((one) -> isSettled(one, settled))
				.flatMap((one) -> event(one).stream())
				.toList()));
	}

	private static boolean isSettled(Settlement one, Set<NoticeId> settled) {
		boolean isSettled = settled.contains(one.notice().id());
		if (!isSettled) {
			log.warn("Notice {} was taken by another worker after try {}", one.notice().id(), one.notice().tries());
		}
		return isSettled;
	}

	private Optional<NewEvent> event(Settlement one) {
		DueNotice notice = one.notice();
		return switch (one.next()) {
			case DELIVERED -> Optional.of(named(notice, NoticeDelivered.TYPE, new NoticeDelivered(notice.id(),
					notice.template().code(), notice.channel(), notice.residentId(), now())));
			case FAILED -> Optional.of(named(notice, NoticeFailed.TYPE, new NoticeFailed(notice.id(),
					notice.template().code(), notice.channel(), notice.residentId(), now(), one.failure())));
			default -> Optional.empty();
		};
	}

	private static NewEvent named(DueNotice notice, String type, Record event) {
		return new NewEvent(TOPIC, notice.id().toString(), type, event);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
