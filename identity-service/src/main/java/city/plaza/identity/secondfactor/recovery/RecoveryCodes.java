package city.plaza.identity.secondfactor.recovery;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All recovery codes, hashed. */
@Repository
public class RecoveryCodes {

	/** How many an account is given. */
	public static final int COUNT = 10;

	private static final String REMOVE = """
			delete from recovery_code where account_id = :account
			""";

	private static final String ADD = """
			insert into recovery_code (account_id, code_hash, made_at)
			select :account, decode(code_hash, 'hex'), :now from unnest(cast(:hashes as text[])) as code_hash
			""";

	private static final String USE = """
			update recovery_code set used_at = :now
			where account_id = :account and code_hash = :hash and used_at is null
			returning account_id
			""";

	private static final String LEFT = """
			select count(*) as left_over from recovery_code where account_id = :account and used_at is null
			""";

	private final DatabaseClient database;

	private final KeyedHashes hashes;

	private final Clock clock;

	RecoveryCodes(DatabaseClient database, KeyedHashes hashes, Clock clock) {
		this.database = database;
		this.hashes = hashes;
		this.clock = clock;
	}

	/**
	 * Makes new codes in place of all before, in the transaction of its caller.
	 * @return to be shown once
	 */
	public Mono<List<Secret>> renew(AccountId account) {
		return Mono.defer(() -> {
			List<RecoveryCode> codes = Stream.generate(RecoveryCode::next).distinct().limit(COUNT).toList();
			return remove(account)
				.then(this.database.sql(ADD)
					.bind("account", account.value())
					.bind("now", this.clock.instant())
					.bind("hashes",
							codes.stream()
								.map((code) -> HexFormat.of().formatHex(code.hash(this.hashes, account).bytes()))
								.toArray(String[]::new))
					.then())
				.thenReturn(codes.stream().map(RecoveryCode::shown).toList());
		});
	}

	/**
	 * Uses a code. One statement, so that of many at once one succeeds.
	 * @param typed as it is printed, more or less
	 * @return whether it was one of the account's, and unused
	 */
	public Mono<Boolean> use(AccountId account, Secret typed) {
		Instant now = this.clock.instant();
		return this.database.sql(USE)
			.bind("now", now)
			.bind("account", account.value())
			.bind("hash", RecoveryCode.typed(typed).hash(this.hashes, account).bytes())
			.map((row) -> true)
			.one()
			.defaultIfEmpty(false);
	}

	/** How many of an account are unused. */
	public Mono<Integer> left(AccountId account) {
		return this.database.sql(LEFT)
			.bind("account", account.value())
			.map((row) -> Math.toIntExact(Columns.amount(row, "left_over")))
			.one();
	}

	/**
	 * Removes all codes of an account.
	 * @return completes either way
	 */
	public Mono<Void> remove(AccountId account) {
		return this.database.sql(REMOVE).bind("account", account.value()).then();
	}

}
