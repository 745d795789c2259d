package city.plaza.notification.security;

import java.util.Map;
import java.util.Objects;

import city.plaza.notification.notice.NewNotice;
import city.plaza.notification.notice.QueueNotice;
import city.plaza.notification.notice.Template;
import city.plaza.platform.events.Event;
import city.plaza.platform.messages.Language;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Notifies the holder of an account of what changed about its security. */
@Component
class NotifyOfSecurityChange {

	private final QueueNotice queueNotice;

	NotifyOfSecurityChange(QueueNotice queueNotice) {
		this.queueNotice = queueNotice;
	}

	/**
	 * Queues the notice, to the address that the event names: after a change of address
	 * that is not the resident's any more. A pattern's cases have no hyphens.
	 */
	Mono<Void> changed(Event<SecurityChanged> event) {
		SecurityChanged change = event.data();
		NewNotice notice = NewNotice.toAddress(event.id(), Template.SECURITY_CHANGED, change.email(),
				Language.of(change.language()).orElse(null), Map.of("change", change.change().replace('-', '_'),
						"detail", Objects.requireNonNullElse(change.detail(), ""), "changedAt", change.changedAt()));
		return this.queueNotice
			.queue(change.change().equals(SecurityChanged.ACCOUNT_DELETED) ? notice.ofNobody() : notice);
	}

	/** To the address before, with the token that takes the change back. */
	Mono<Void> emailChanged(Event<EmailChangeNoticeRequested> event) {
		EmailChangeNoticeRequested change = event.data();
		return this.queueNotice
			.queue(NewNotice
				.toAddress(event.id(), Template.EMAIL_CHANGED, change.email(),
						Language.of(change.language()).orElse(null),
						Map.of("verificationId", change.changeId().toString(), "changedAt", change.changedAt(),
								"undoUntil", change.undoUntil()))
				.ofNobody()
				.withCode(change.sealedToken(), change.undoUntil()));
	}

}
