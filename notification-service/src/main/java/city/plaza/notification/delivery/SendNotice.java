package city.plaza.notification.delivery;

import java.time.Clock;
import java.time.Duration;

import city.plaza.notification.notice.DueNotice;
import city.plaza.notification.notice.Settlement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/** Sends a notice that was taken, unless there is a reason not to. */
@Component
class SendNotice {

	private static final Logger log = LoggerFactory.getLogger(SendNotice.class);

	private final InHand inHand;

	private final WriteMail writeMail;

	private final Mailer mailer;

	private final DeliverySettings settings;

	private final Clock clock;

	SendNotice(InHand inHand, WriteMail writeMail, Mailer mailer, DeliverySettings settings, Clock clock) {
		this.inHand = inHand;
		this.writeMail = writeMail;
		this.mailer = mailer;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Sends once.
	 * @param notice just taken
	 * @return the result; empty if another instance may have it by now
	 */
	Mono<Settlement> send(DueNotice notice) {
		if (notice.replaced()) {
			return Mono.just(Settlement.replaced(notice));
		}
		if (notice.isExpiredAt(this.clock.instant())) {
			return Mono.just(Settlement.failed(notice, "expired before it could be sent"));
		}
		if (notice.address() == null) {
			return Mono.just(Settlement.failed(notice, "given up: no contact of the reader became known"));
		}
		return Mono.fromCallable(() -> this.writeMail.write(notice))
			.flatMap((mail) -> handOver(notice, mail))
			.subscribeOn(Schedulers.boundedElastic())
			.onErrorResume((error) -> Mono.just(notWritten(notice, error)));
	}

	private Mono<Settlement> handOver(DueNotice notice, Mail mail) {
		if (!this.inHand.isOurs(notice)) {
			log.warn("Notice {} was held up too long: whoever takes it over sends it", notice.id());
			return Mono.empty();
		}
		return Mono.just(settlement(notice, this.mailer.send(mail)));
	}

	private Settlement notWritten(DueNotice notice, Throwable error) {
		log.error("Notice {} ({}) could not be written", notice.id(), notice.template().code(), error);
		return later(notice, "the mail could not be written");
	}

	private Settlement settlement(DueNotice notice, SendOutcome outcome) {
		return switch (outcome) {
			case SendOutcome.Taken taken -> Settlement.delivered(notice);
			case SendOutcome.Refused refused -> Settlement.failed(notice, refused.reason());
			case SendOutcome.NotNow notNow -> later(notice, notNow.reason());
		};
	}

	private Settlement later(DueNotice notice, String reason) {
		Duration age = Duration.between(notice.createdAt(), this.clock.instant());
		if (age.compareTo(this.settings.giveUpAfter()) > 0) {
			return Settlement.failed(notice, "given up: " + reason);
		}
		return Settlement.retry(notice, reason, this.settings.waitAfter(notice.tries()));
	}

}
