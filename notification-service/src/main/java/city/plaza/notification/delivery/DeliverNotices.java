package city.plaza.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import city.plaza.notification.notice.DueNotice;
import city.plaza.notification.notice.Settlement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Sends the notices that are due: taken in batches, sent over a few connections side by
 * side, settled in batches. A notice is sent once but for one gap that SMTP leaves: a
 * process that dies after the mail server took the mail and before that is written down.
 */
@Component
class DeliverNotices {

	private static final Logger log = LoggerFactory.getLogger(DeliverNotices.class);

	private final InHand inHand;

	private final SendNotice sendNotice;

	private final SettleNotices settleNotices;

	private final DeliverySettings settings;

	DeliverNotices(InHand inHand, SendNotice sendNotice, SettleNotices settleNotices, DeliverySettings settings) {
		this.inHand = inHand;
		this.sendNotice = sendNotice;
		this.settleNotices = settleNotices;
		this.settings = settings;
	}

	/**
	 * Delivers all that is due at each signal.
	 * @param signals to look for due notices; ends the delivery when it ends
	 * @param running false once what was taken and not sent is to be given back
	 * @return completes when all that was taken is settled
	 */
	Flux<Void> at(Flux<?> signals, BooleanSupplier running) {
		return this.settleNotices.settle(signals.onBackpressureLatest()
			.concatMap((signal) -> takeAllDue(running), 1)
			.concatMapIterable((batch) -> batch, 1)
			.flatMap((notice) -> running.getAsBoolean() ? this.sendNotice.send(notice) : giveBack(notice),
					this.settings.atOnce(), 1));
	}

	private Flux<List<DueNotice>> takeAllDue(BooleanSupplier running) {
		return Mono.defer(() -> running.getAsBoolean() ? take() : Mono.just(List.<DueNotice>of()))
			.repeat()
			.takeUntil(List::isEmpty);
	}

	/** An outage must not cut off the mails that are on their way: it ends this look. */
	private Mono<List<DueNotice>> take() {
		if (!this.settleNotices.keepsUp()) {
			return Mono.just(List.of());
		}
		return this.inHand.take(this.settings.batch(), this.settings.giveUpAfter()).onErrorResume((error) -> {
			log.warn("Delivery of notices waits for the next look: {}", error.toString());
			return Mono.just(List.of());
		});
	}

	private static Mono<Settlement> giveBack(DueNotice notice) {
		return Mono.just(Settlement.retry(notice, "", Duration.ZERO));
	}

}
