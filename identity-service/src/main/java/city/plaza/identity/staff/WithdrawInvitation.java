package city.plaza.identity.staff;

import java.time.Clock;

import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.audit.NewEntry;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Takes an invitation back. */
@Component
class WithdrawInvitation {

	private final Invitations invitations;

	private final Audit audit;

	private final Transactions transactions;

	private final Clock clock;

	WithdrawInvitation(Invitations invitations, Audit audit, Transactions transactions, Clock clock) {
		this.invitations = invitations;
		this.audit = audit;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Whether there was one that could be accepted. */
	Mono<Boolean> withdraw(InvitationId id, Actor by) {
		NewEntry entry = NewEntry.of(by, IdentityAction.STAFF_INVITATION_WITHDRAWN, "invitation", id);
		return this.transactions.inOne(Mono.defer(() -> this.invitations.withdraw(id, this.clock.instant()))
			.flatMap((done) -> done ? this.audit.record(entry).thenReturn(true) : Mono.just(false)));
	}

}
