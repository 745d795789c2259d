package city.plaza.notification.security;

import java.util.Map;

import city.plaza.notification.notice.NewNotice;
import city.plaza.notification.notice.QueueNotice;
import city.plaza.notification.notice.Template;
import city.plaza.platform.events.Event;
import city.plaza.platform.messages.Language;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Mails the address of an account of the portal before that it is the one to use. */
@Component
class SendLegacyHint {

	private final QueueNotice queueNotice;

	SendLegacyHint(QueueNotice queueNotice) {
		this.queueNotice = queueNotice;
	}

	/**
	 * Queues the mail under the hint's id instead of the event's, so that a hint makes
	 * one mail however often it is published. Nothing of the old account goes into it but
	 * the name to greet: the mailbox may be somebody else's by now.
	 */
	Mono<Void> requested(Event<LegacyHintRequested> event) {
		LegacyHintRequested hint = event.data();
		return this.queueNotice.queue(NewNotice.toAddress(hint.hintId(), Template.LEGACY_HINT, hint.email(),
				Language.of(hint.language()).orElse(null), Map.of("givenName", hint.givenName())));
	}

}
