package city.plaza.identity.legacy;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives records to the accounts that had their address before: those that registered
 * before the cut-over, and those whose record was imported later.
 */
@Component
class ReclaimLeft {

	private static final int STEP = 100;

	private final CutOver cutOver;

	private final LegacyResidents residents;

	private final Accounts accounts;

	private final ReclaimRecord reclaim;

	private final ImportTurns turns;

	private final Transactions transactions;

	ReclaimLeft(CutOver cutOver, LegacyResidents residents, Accounts accounts, ReclaimRecord reclaim, ImportTurns turns,
			Transactions transactions) {
		this.cutOver = cutOver;
		this.residents = residents;
		this.accounts = accounts;
		this.reclaim = reclaim;
		this.turns = turns;
		this.transactions = transactions;
	}

	@Scheduled(initialDelayString = "${plaza.identity.sweep:PT10M}", fixedDelayString = "${plaza.identity.sweep:PT10M}")
	Mono<Void> reclaim() {
		return Mono.defer(() -> this.cutOver.hasBegun() ? steps() : Mono.empty());
	}

	/** Right after an import was committed. */
	Mono<Void> afterImport() {
		return Mono.defer(() -> this.cutOver.hasBegun() ? this.transactions.inOne(this.turns.alone()).then(steps())
				: Mono.empty());
	}

	private Mono<Void> steps() {
		return step().expand((done) -> (done < STEP) ? Mono.empty() : step()).then();
	}

	private Mono<Integer> step() {
		return this.residents.holders(STEP)
			.flatMap((holders) -> Flux.fromIterable(holders).concatMap(this::one).then(Mono.just(holders.size())));
	}

	/**
	 * In a transaction of its own: several records at once could wait for an import
	 * crosswise.
	 */
	private Mono<Void> one(AccountId holder) {
		return this.transactions.inOne(this.accounts.lock(holder).flatMap(this.reclaim::bySystem));
	}

}
