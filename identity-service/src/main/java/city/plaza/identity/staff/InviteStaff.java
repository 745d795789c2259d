package city.plaza.identity.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import city.plaza.identity.account.Accounts;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.audit.NewEntry;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.outbox.NewEvent;
import city.plaza.platform.events.outbox.Outbox;
import city.plaza.platform.security.Seal;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Invites somebody to the staff. The link goes out by mail and is good once; what is
 * stored of it opens nothing.
 */
@Component
class InviteStaff {

	/** Whether somebody is invited. */
	sealed interface Outcome {

		/** The mail is on its way. */
		record Invited(Invitation invitation) implements Outcome {
		}

		/** A resident or a member of staff has the address. */
		record AddressInUse() implements Outcome {
		}

	}

	private final Accounts accounts;

	private final Invitations invitations;

	private final Outbox outbox;

	private final Seal seal;

	private final Audit audit;

	private final Transactions transactions;

	private final Duration life;

	private final Clock clock;

	InviteStaff(Accounts accounts, Invitations invitations, Outbox outbox, Seal seal, Audit audit,
			Transactions transactions, InvitationSettings settings, Clock clock) {
		this.accounts = accounts;
		this.invitations = invitations;
		this.outbox = outbox;
		this.seal = seal;
		this.audit = audit;
		this.transactions = transactions;
		this.life = settings.life();
		this.clock = clock;
	}

	/**
	 * Invites somebody; an earlier invitation of the address ends.
	 * @param roles of the member to be
	 * @param by an administrator, or the service by an operator's command
	 */
	Mono<Outcome> invite(EmailAddress email, Set<String> roles, Actor by) {
		return this.transactions.inOne(this.accounts.has(email)
			.flatMap((known) -> known ? Mono.just(new Outcome.AddressInUse()) : offer(email, roles, by)));
	}

	private Mono<Outcome> offer(EmailAddress email, Set<String> roles, Actor by) {
		Instant now = this.clock.instant();
		Invitation invitation = new Invitation(InvitationId.next(), email, roles, now, now.plus(this.life));
		Secret token = OpaqueTokens.next();
		String id = invitation.id().toString();
		StaffInvited event = new StaffInvited(invitation.id(), email.value(), this.seal.close(token.reveal(), id),
				invitation.expiresAt());
		return this.invitations.add(invitation, OpaqueTokens.hash(token), by.account())
			.then(this.outbox.append(new NewEvent(StaffInvited.TOPIC, id, StaffInvited.TYPE, event)))
			.then(this.audit.record(NewEntry.of(by, IdentityAction.STAFF_INVITED, "invitation", id)
				.with("roles", String.join(",", roles))))
			.thenReturn(new Outcome.Invited(invitation));
	}

}
