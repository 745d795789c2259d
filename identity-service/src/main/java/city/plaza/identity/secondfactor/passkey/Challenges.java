package city.plaza.identity.secondfactor.passkey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import city.plaza.identity.secret.Hash;
import city.plaza.platform.database.Codes;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** Challenges that were given out: each is good once, for one purpose and one holder. */
@Repository
class Challenges {

	/** As long as browsers wait for a person, and some more. */
	static final Duration LIFE = Duration.ofMinutes(5);

	private static final String ADD = """
			insert into passkey_challenge (challenge, purpose, bound_to, expires_at)
			values (:challenge, :purpose, :bound, :expires)
			""";

	private static final String TAKE = """
			delete from passkey_challenge
			where challenge = :challenge and purpose = :purpose and bound_to = :bound and expires_at > :now
			returning challenge
			""";

	private static final String REMOVE_OVER = """
			delete from passkey_challenge where expires_at <= :now
			""";

	private static final int BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final DatabaseClient database;

	private final Clock clock;

	Challenges(DatabaseClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** A new one. */
	Mono<byte[]> next(PasskeyPurpose purpose, Hash boundTo) {
		byte[] challenge = new byte[BYTES];
		RANDOM.nextBytes(challenge);
		return this.database.sql(ADD)
			.bind("challenge", challenge)
			.bind("purpose", Codes.of(purpose))
			.bind("bound", boundTo.bytes())
			.bind("expires", this.clock.instant().plus(LIFE))
			.then()
			.thenReturn(challenge);
	}

	/** Uses one up, of many at once for one of them. */
	Mono<Boolean> take(byte[] challenge, PasskeyPurpose purpose, Hash boundTo) {
		return this.database.sql(TAKE)
			.bind("challenge", challenge)
			.bind("purpose", Codes.of(purpose))
			.bind("bound", boundTo.bytes())
			.bind("now", this.clock.instant())
			.map((row) -> true)
			.one()
			.defaultIfEmpty(false);
	}

	Mono<Long> removeOver(Instant now) {
		return this.database.sql(REMOVE_OVER).bind("now", now).fetch().rowsUpdated();
	}

}
