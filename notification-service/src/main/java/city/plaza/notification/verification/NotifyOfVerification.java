package city.plaza.notification.verification;

import java.util.Map;

import city.plaza.notification.notice.NewNotice;
import city.plaza.notification.notice.QueueNotice;
import city.plaza.notification.notice.Template;
import city.plaza.platform.events.Event;
import city.plaza.platform.messages.Language;
import city.plaza.platform.security.Seal;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Sends the code that proves an address, or warns the holder of a known one. */
@Component
class NotifyOfVerification {

	private final QueueNotice queueNotice;

	private final Seal seal;

	NotifyOfVerification(QueueNotice queueNotice, Seal seal) {
		this.queueNotice = queueNotice;
		this.seal = seal;
	}

	/**
	 * Queues the code's mail. A code that cannot be opened is poison: it is refused now,
	 * while its cause can still be found.
	 */
	Mono<Void> codeRequested(Event<VerificationCodeRequested> event) {
		VerificationCodeRequested request = event.data();
		String context = request.verificationId().toString();
		if (isEmpty(request.sealedCode(), context)) {
			return Mono.error(() -> new IllegalArgumentException("The sealed code is empty"));
		}
		return this.queueNotice.queue(NewNotice
			.toAddress(event.id(), Template.VERIFICATION_CODE, request.email(),
					Language.of(request.language()).orElse(null),
					Map.of("verificationId", context, "purpose", request.purpose().replace('-', '_'), "expiresAt",
							request.expiresAt()))
			.withCode(request.sealedCode(), request.expiresAt())
			.replacing(request.registrationId(), event.time()));
	}

	/** Queues the mail with the link to join the staff. */
	Mono<Void> staffInvited(Event<StaffInvited> event) {
		StaffInvited invited = event.data();
		String context = invited.invitationId().toString();
		if (isEmpty(invited.sealedToken(), context)) {
			return Mono.error(() -> new IllegalArgumentException("The sealed token is empty"));
		}
		return this.queueNotice.queue(NewNotice
			.toAddress(event.id(), Template.STAFF_INVITATION, invited.email(), null,
					Map.of("verificationId", context, "expiresAt", invited.expiresAt()))
			.withCode(invited.sealedToken(), invited.expiresAt()));
	}

	private boolean isEmpty(String sealed, String context) {
		return this.seal.open(sealed, context).isBlank();
	}

	Mono<Void> knownAddress(Event<KnownAddressRegistered> event) {
		return this.queueNotice.queue(NewNotice.toAddress(event.id(), Template.ADDRESS_ALREADY_REGISTERED,
				event.data().email(), null, Map.of()));
	}

	Mono<Void> noAccount(Event<NoAccountToReset> event) {
		return this.queueNotice.queue(NewNotice.toAddress(event.id(), Template.NO_ACCOUNT_TO_RESET,
				event.data().email(), Language.of(event.data().language()).orElse(null), Map.of()));
	}

}
