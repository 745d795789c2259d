package city.plaza.notification.delivery;

import java.time.Clock;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * Brings the next due notice to its reader. Once only, but for one gap that SMTP leaves:
 * a crash after the mail server took the mail and before that is written down.
 */
@Component
class DeliverNotice {

	private static final Logger log = LoggerFactory.getLogger(DeliverNotice.class);

	private final Deliveries deliveries;

	private final WriteMail writeMail;

	private final Mailer mailer;

	private final SettleNotice settleNotice;

	private final DeliverySettings settings;

	private final Clock clock;

	DeliverNotice(Deliveries deliveries, WriteMail writeMail, Mailer mailer, SettleNotice settleNotice,
			DeliverySettings settings, Clock clock) {
		this.deliveries = deliveries;
		this.writeMail = writeMail;
		this.mailer = mailer;
		this.settleNotice = settleNotice;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Delivers one notice.
	 * @return whether one was due
	 */
	Mono<Boolean> next() {
		return this.deliveries.take(this.settings.lease(), this.settings.giveUpAfter())
			.flatMap((notice) -> deliver(notice).thenReturn(true))
			.defaultIfEmpty(false);
	}

	private Mono<Void> deliver(DueNotice notice) {
		if (notice.isExpiredAt(this.clock.instant())) {
			return this.settleNotice.failed(notice, "expired before it could be sent");
		}
		if (notice.address() == null) {
			return this.settleNotice.failed(notice, "given up: no contact of the reader became known");
		}
		return send(notice).flatMap((outcome) -> settle(notice, outcome));
	}

	private Mono<SendOutcome> send(DueNotice notice) {
		Mono<SendOutcome> sending = Mono.fromCallable(() -> this.mailer.send(this.writeMail.write(notice)))
			.subscribeOn(Schedulers.boundedElastic())
			.onErrorResume((error) -> notWritten(notice, error));
		return Mono.firstWithValue(sending, keepLease(notice));
	}

	/** Renews the lease for as long as the mail is on its way; never gives a value. */
	private Mono<SendOutcome> keepLease(DueNotice notice) {
		return Flux.interval(this.settings.lease().dividedBy(3))
			.onBackpressureDrop()
			.concatMap((tick) -> this.deliveries.renew(notice, this.settings.lease()).onErrorReturn(false))
			.then(Mono.never());
	}

	private static Mono<SendOutcome> notWritten(DueNotice notice, Throwable error) {
		log.error("Notice {} ({}) could not be written", notice.id(), notice.template().code(), error);
		return Mono.just(new SendOutcome.NotNow("the mail could not be written"));
	}

	private Mono<Void> settle(DueNotice notice, SendOutcome outcome) {
		return switch (outcome) {
			case SendOutcome.Taken taken -> this.settleNotice.delivered(notice);
			case SendOutcome.Refused refused -> this.settleNotice.failed(notice, refused.reason());
			case SendOutcome.NotNow notNow -> later(notice, notNow.reason());
		};
	}

	private Mono<Void> later(DueNotice notice, String reason) {
		Duration age = Duration.between(notice.createdAt(), this.clock.instant());
		if (age.compareTo(this.settings.giveUpAfter()) > 0) {
			return this.settleNotice.failed(notice, "given up: " + reason);
		}
		return this.settleNotice.retry(notice, reason, this.settings.waitAfter(notice.tries()));
	}

}
