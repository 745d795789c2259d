package city.plaza.identity.session;

import java.util.HexFormat;
import java.util.Optional;

import city.plaza.identity.account.Account;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.identity.limit.Limits;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.audit.NewEntry;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Writes down sign-ins that fail again and again: the third in a row, and each time the
 * count has doubled, so that whoever guesses cannot fill the trail. An address without an
 * account stands there as a keyed hash; it takes the same steps as one that has one.
 */
@Component
class NoteFailures {

	/** Fewer are slips of a finger. */
	private static final int FIRST = 3;

	private static final int SHOWN_BYTES = 8;

	private final Limits limits;

	private final Audit audit;

	private final Transactions transactions;

	NoteFailures(Limits limits, Audit audit, Transactions transactions) {
		this.limits = limits;
		this.audit = audit;
		this.transactions = transactions;
	}

	/**
	 * Notes a failure, if it is the time.
	 * @param found the account of the address, if there is one
	 * @return completes either way
	 */
	Mono<Void> note(SignInAttempt attempt, Optional<Account> found) {
		return this.limits.counted(attempt.isFromKnownDevice() ? attempt.place() : attempt.account())
			.filter(NoteFailures::isNoted)
			.flatMap((count) -> this.transactions
				.inOne(this.audit.record(entry(attempt, found).failed().with("failures", count))));
	}

	static boolean isNoted(int count) {
		return count >= FIRST && count % FIRST == 0 && Integer.bitCount(count / FIRST) == 1;
	}

	private static NewEntry entry(SignInAttempt attempt, Optional<Account> found) {
		return found.map((account) -> Audit.on(account.id(), IdentityAction.SIGN_IN_FAILED, Actor.anonymous()))
			.orElseGet(() -> NewEntry.of(Actor.anonymous(), IdentityAction.SIGN_IN_FAILED, "address",
					HexFormat.of().formatHex(attempt.account().bytes(), 0, SHOWN_BYTES)));
	}

}
