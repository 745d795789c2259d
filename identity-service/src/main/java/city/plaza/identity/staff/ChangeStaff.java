package city.plaza.identity.staff;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.StaffAccounts;
import city.plaza.identity.account.StaffMember;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.identity.session.EndSessions;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Changes what a member of staff may do, and ends the sessions that name what was before.
 * Somebody always stays who can administer: whoever changes staff waits for the others
 * who do.
 */
@Component
class ChangeStaff {

	private static final String ADMINISTRATOR = StaffRole.ADMINISTRATOR.code();

	/** Whether it was changed. */
	enum Outcome {

		/** It is as requested. */
		CHANGED,
		/** Nobody could administer any more. */
		LAST_ADMINISTRATOR,
		/** The settings name the member and are the truth. */
		NAMED_IN_SETTINGS

	}

	private final StaffAccounts staff;

	private final EndSessions endSessions;

	private final Audit audit;

	private final Transactions transactions;

	private final Clock clock;

	ChangeStaff(StaffAccounts staff, EndSessions endSessions, Audit audit, Transactions transactions, Clock clock) {
		this.staff = staff;
		this.endSessions = endSessions;
		this.audit = audit;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Gives a member other roles; empty where there is no such member. */
	Mono<Outcome> roles(AccountId id, Set<String> roles, Actor by) {
		return change(id, roles.contains(ADMINISTRATOR),
				(member) -> member.roles().equals(roles) ? Mono.empty() : this.staff.setRoles(id, roles)
					.then(this.endSessions.rolesChanged(id))
					.then(this.audit.record(Audit.on(id, IdentityAction.STAFF_ROLES_CHANGED, by)
						.with("roles", String.join(",", roles))
						.with("before",
								member.roles().stream().sorted().reduce((a, b) -> a + "," + b).orElse("none")))));
	}

	/** A member may not sign in for now; empty where there is no such member. */
	Mono<Outcome> suspend(AccountId id, Actor by) {
		return change(id, false,
				(member) -> (member.suspendedAt() != null) ? Mono.empty()
						: this.staff.suspend(id, this.clock.instant())
							.then(this.endSessions.accountRemoved(id))
							.then(this.audit.record(Audit.on(id, IdentityAction.STAFF_SUSPENDED, by))));
	}

	/** A member may sign in again; empty where there is no such member. */
	Mono<Outcome> restore(AccountId id, Actor by) {
		return change(id, true, (member) -> (member.suspendedAt() == null) ? Mono.empty()
				: this.staff.restore(id).then(this.audit.record(Audit.on(id, IdentityAction.STAFF_RESTORED, by))));
	}

	/** A member is none any more; empty where there is no such member. */
	Mono<Outcome> remove(AccountId id, Actor by) {
		return change(id, false,
				(member) -> this.endSessions.accountRemoved(id)
					.then(this.staff.remove(id))
					.then(this.audit.record(Audit.on(id, IdentityAction.STAFF_REMOVED, by))));
	}

	private Mono<Outcome> change(AccountId id, boolean administersThen, Function<StaffMember, Mono<Void>> change) {
		return this.transactions.inOne(this.staff.lockAll()
			.flatMap((all) -> Mono.justOrEmpty(all.stream().filter((member) -> member.id().equals(id)).findFirst())
				.flatMap((member) -> change(all, member, administersThen, change))));
	}

	private static Mono<Outcome> change(List<StaffMember> all, StaffMember member, boolean administersThen,
			Function<StaffMember, Mono<Void>> change) {
		if (member.fromSettings()) {
			return Mono.just(Outcome.NAMED_IN_SETTINGS);
		}
		boolean nobodyElse = all.stream()
			.noneMatch((other) -> !other.id().equals(member.id()) && other.acts(ADMINISTRATOR));
		if (member.acts(ADMINISTRATOR) && !administersThen && nobodyElse) {
			return Mono.just(Outcome.LAST_ADMINISTRATOR);
		}
		return change.apply(member).thenReturn(Outcome.CHANGED);
	}

}
