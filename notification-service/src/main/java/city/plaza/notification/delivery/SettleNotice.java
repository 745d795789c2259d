package city.plaza.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import city.plaza.notification.notice.NoticeState;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.NewEvent;
import city.plaza.platform.events.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Writes down what became of a notice, and tells it, in one transaction. */
@Component
class SettleNotice {

	private static final Logger log = LoggerFactory.getLogger(SettleNotice.class);

	private static final String TOPIC = "notification.deliveries";

	private final Deliveries deliveries;

	private final Outbox outbox;

	private final Transactions transactions;

	private final Clock clock;

	SettleNotice(Deliveries deliveries, Outbox outbox, Transactions transactions, Clock clock) {
		this.deliveries = deliveries;
		this.outbox = outbox;
		this.transactions = transactions;
		this.clock = clock;
	}

	Mono<Void> delivered(DueNotice notice) {
		NoticeDelivered event = new NoticeDelivered(notice.id(), notice.template().code(), notice.channel(),
				notice.residentId(), now());
		return settle(notice, NoticeState.DELIVERED, "", event);
	}

	Mono<Void> failed(DueNotice notice, String reason) {
		NoticeFailed event = new NoticeFailed(notice.id(), notice.template().code(), notice.channel(),
				notice.residentId(), now(), reason);
		return settle(notice, NoticeState.FAILED, reason, event);
	}

	Mono<Void> retry(DueNotice notice, String reason, Duration wait) {
		return this.deliveries.settle(notice, NoticeState.RETRYING, reason, wait).then();
	}

	private Mono<Void> settle(DueNotice notice, NoticeState state, String failure, Record event) {
		NewEvent news = new NewEvent(TOPIC, notice.id().toString(), event.getClass().getSimpleName(), event);
		return this.transactions.inOne(this.deliveries.settle(notice, state, failure, Duration.ZERO)
			.flatMap((settled) -> settled ? this.outbox.append(news) : takenOver(notice)));
	}

	private static Mono<Void> takenOver(DueNotice notice) {
		log.warn("Notice {} was taken over by another worker after try {}", notice.id(), notice.tries());
		return Mono.empty();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
