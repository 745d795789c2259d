package city.plaza.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import city.plaza.platform.database.Columns;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.AccessProblems;
import city.plaza.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether the holder of a session proved a short time ago who they are: what decides
 * about the account's security is changed by nobody who only found an open session.
 */
@Component
public class RecentProof {

	/** How long a proof is recent. */
	public static final Duration RECENT = Duration.ofMinutes(10);

	/** The proof is too old. */
	public static final Problem PROOF_NEEDED = Problem.of(HttpStatus.FORBIDDEN, "proof-needed",
			"This needs a proof that it is you. Prove who you are again, then repeat the request.");

	private static final String PROVED_SINCE = """
			select greatest(started_at, proved_at) > :since as recent
			from session
			where id = :id and ended_at is null and expires_at > :now
			""";

	private static final String PROVE = """
			update session set proved_at = :now where id = :id and ended_at is null
			""";

	private final DatabaseClient database;

	private final Clock clock;

	RecentProof(DatabaseClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Looks whether the caller's proof is recent.
	 * @return false too where the session is over
	 */
	public Mono<Boolean> isRecent(Caller caller) {
		return ofSession(caller).defaultIfEmpty(false);
	}

	/**
	 * Lets something sensitive go on.
	 * @return completes where the proof is recent; 403 {@code proof-needed} where it is
	 * not, 401 where the session ended while the request was on its way
	 */
	public Mono<Void> required(Caller caller) {
		return ofSession(caller).switchIfEmpty(Mono.error(AccessProblems.UNAUTHENTICATED::asException))
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(PROOF_NEEDED::asException))
			.then();
	}

	/**
	 * Notes that the caller has just proved who they are.
	 * @return completes when it is stored
	 */
	public Mono<Void> prove(Caller caller) {
		return Mono.justOrEmpty(caller.session())
			.flatMap(
					(session) -> this.database.sql(PROVE).bind("now", this.clock.instant()).bind("id", session).then());
	}

	private Mono<Boolean> ofSession(Caller caller) {
		Instant now = this.clock.instant();
		return Mono.justOrEmpty(caller.session())
			.flatMap((session) -> this.database.sql(PROVED_SINCE)
				.bind("since", now.minus(RECENT))
				.bind("id", session)
				.bind("now", now)
				.map((row) -> Columns.flag(row, "recent"))
				.one());
	}

}
