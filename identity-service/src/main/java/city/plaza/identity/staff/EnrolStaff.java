package city.plaza.identity.staff;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.account.StaffAccounts;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.session.EndSessions;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Makes the staff accounts match the settings. A staff account is no resident: no event
 * reports it, and a resident's address is never used.
 */
@Component
class EnrolStaff {

	private static final Logger log = LoggerFactory.getLogger(EnrolStaff.class);

	private final Accounts accounts;

	private final StaffAccounts staff;

	private final EndSessions endSessions;

	private final PasswordHashes hashes;

	private final Audit audit;

	private final Transactions transactions;

	private final Clock clock;

	EnrolStaff(Accounts accounts, StaffAccounts staff, EndSessions endSessions, PasswordHashes hashes, Audit audit,
			Transactions transactions, Clock clock) {
		this.accounts = accounts;
		this.staff = staff;
		this.endSessions = endSessions;
		this.hashes = hashes;
		this.audit = audit;
		this.transactions = transactions;
		this.clock = clock;
	}

	Mono<Void> enrol(List<StaffSettings.Member> members) {
		List<String> addresses = members.stream().map((member) -> member.address().comparable()).toList();
		return this.transactions.inOne(removeAllBut(addresses))
			.doOnNext((removed) -> log.info("Staff accounts: {} in the settings, {} removed", members.size(), removed))
			.thenMany(Flux.fromIterable(members))
			.concatMap(this::enrol)
			.then();
	}

	private Mono<Integer> removeAllBut(List<String> addresses) {
		return this.staff.lockAllBut(addresses)
			.flatMap((gone) -> Flux.fromIterable(gone)
				.concatMap((id) -> this.endSessions.accountRemoved(id)
					.then(this.staff.remove(id))
					.then(note(id, IdentityAction.STAFF_REMOVED)))
				.then(Mono.just(gone.size())));
	}

	private Mono<Void> enrol(StaffSettings.Member member) {
		return this.accounts.of(member.address())
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.flatMap((known) -> known.map((account) -> update(member, account)).orElseGet(() -> add(member)));
	}

	private Mono<Void> add(StaffSettings.Member member) {
		return this.hashes.hash(member.secret())
			.map((hash) -> account(member, AccountId.next(), hash))
			.flatMap((account) -> this.transactions.inOne(this.accounts.addIfNew(account)
				.filter(Boolean::booleanValue)
				.flatMap((added) -> this.staff.nameInSettings(account.id())
					.then(note(account.id(), IdentityAction.STAFF_JOINED)))));
	}

	private Mono<Void> update(StaffSettings.Member member, Account known) {
		if (known.kind() != Account.Kind.STAFF) {
			log.error("The staff member {} is not enrolled: a resident has this address", member.email());
			return Mono.empty();
		}
		return this.hashes.matches(member.secret(), known.passwordHash())
			.flatMap((same) -> same ? keepPassword(member, known) : changePassword(member, known));
	}

	private Mono<Void> keepPassword(StaffSettings.Member member, Account known) {
		Mono<Void> updated = this.staff.update(account(member, known.id(), known.passwordHash()));
		return known.roles().equals(member.roles()) ? updated
				: this.transactions.inOne(updated.then(this.endSessions.rolesChanged(known.id()))
					.then(note(known.id(), IdentityAction.STAFF_ROLES_CHANGED)));
	}

	private Mono<Void> changePassword(StaffSettings.Member member, Account known) {
		return this.hashes.hash(member.secret())
			.flatMap((hash) -> this.transactions.inOne(this.staff.update(account(member, known.id(), hash))
				.then(this.endSessions.passwordChanged(known.id()))
				.then(note(known.id(), IdentityAction.PASSWORD_CHANGED))));
	}

	private Mono<Void> note(AccountId member, IdentityAction action) {
		return this.audit.record(Audit.on(member, action, Actor.system()).with("from", "settings"));
	}

	private Account account(StaffSettings.Member member, AccountId id, @Nullable String hash) {
		return new Account(id, Account.Kind.STAFF, member.address(), PersonName.of(member.givenName()),
				PersonName.of(member.familyName()), hash, member.roles(), Language.ENGLISH, false,
				this.clock.instant());
	}

}
