package city.plaza.identity.staff;

import java.time.Clock;
import java.time.Instant;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.messages.Language;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Makes a member of staff of who was invited. The link proved the address; the member
 * then signs in as everybody does.
 */
@Component
class AcceptInvitation {

	/** Whether somebody joined. */
	sealed interface Outcome {

		/** The account exists. */
		record Joined(Account member) implements Outcome {
		}

		/** Used, withdrawn, replaced, too old or none. */
		record UnknownInvitation() implements Outcome {
		}

		/** Somebody registered the address since. */
		record AddressInUse() implements Outcome {
		}

	}

	private final Invitations invitations;

	private final Accounts accounts;

	private final PasswordHashes hashes;

	private final Audit audit;

	private final Transactions transactions;

	private final Clock clock;

	AcceptInvitation(Invitations invitations, Accounts accounts, PasswordHashes hashes, Audit audit,
			Transactions transactions, Clock clock) {
		this.invitations = invitations;
		this.accounts = accounts;
		this.hashes = hashes;
		this.audit = audit;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** The invitation of a token, as long as it can be accepted. */
	Mono<Invitation> find(Secret token) {
		return Mono.defer(() -> this.invitations.of(OpaqueTokens.hash(token), this.clock.instant()));
	}

	/**
	 * Accepts an invitation.
	 * @param token of the mail
	 * @param password by the rules
	 * @return of several at once one joins
	 */
	Mono<Outcome> accept(Secret token, PersonName givenName, PersonName familyName, Secret password,
			Language language) {
		Hash hash = OpaqueTokens.hash(token);
		return find(token).flatMap((found) -> this.hashes.hash(password))
			.flatMap((secret) -> this.transactions.inOne(Mono.defer(() -> {
				Instant now = this.clock.instant();
				return this.invitations.lock(hash, now)
					.flatMap((invitation) -> join(invitation,
							new Account(AccountId.next(), Account.Kind.STAFF, invitation.email(), givenName, familyName,
									secret, invitation.roles(), language, false, now)));
			})))
			.defaultIfEmpty(new Outcome.UnknownInvitation());
	}

	private Mono<Outcome> join(Invitation invitation, Account member) {
		return this.accounts.addIfNew(member)
			.flatMap((added) -> !added ? Mono.just(new Outcome.AddressInUse())
					: this.invitations.accept(invitation.id(), member.registeredAt())
						.then(this.audit
							.record(Audit.by(member, IdentityAction.STAFF_JOINED).with("invitation", invitation.id())))
						.thenReturn(new Outcome.Joined(member)));
	}

}
