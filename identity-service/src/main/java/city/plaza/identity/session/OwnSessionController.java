package city.plaza.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.identity.account.AccountId;
import city.plaza.platform.database.Codes;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/sessions")
@Tag(name = "Sessions", description = "Sign in, stay signed in, sign out.")
class OwnSessionController {

	private static final Duration SHOWN = Duration.ofDays(30);

	private final Sessions sessions;

	private final EndOwnSessions end;

	private final Clock clock;

	OwnSessionController(Sessions sessions, EndOwnSessions end, Clock clock) {
		this.sessions = sessions;
		this.end = end;
		this.clock = clock;
	}

	@GetMapping
	@Operation(operationId = "listOwnSessions", summary = "Where the caller is signed in",
			description = "Active sessions first, then the sign-ins of the last 30 days; at most 50.")
	Mono<SessionList> list(Caller caller) {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			SessionId own = (caller.session() != null) ? new SessionId(caller.session()) : null;
			return this.sessions.recentOf(new AccountId(caller.id()), now, now.minus(SHOWN))
				.map((all) -> new SessionList(
						all.stream().map((session) -> OwnSessionResponse.of(session, own)).toList()));
		});
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "signOutEverywhere", summary = "Sign out everywhere",
			description = "Ends all sessions of the caller, this one included.")
	Mono<Void> signOutEverywhere(Caller caller) {
		return this.end.endAll(new AccountId(caller.id()));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "endOwnSession", summary = "Sign out one device",
			description = "Its tokens are refused everywhere within a second. One that is over stays so.")
	@Problems(NoSession.class)
	Mono<Void> endOne(Caller caller, @Parameter(description = "The id of the session.",
			schema = @Schema(type = "string", format = "uuid")) @PathVariable String id) {
		return this.end.end(new AccountId(caller.id()), read(id)).flatMap(OwnSessionController::foundOrNot);
	}

	@PostMapping("/{id}/report")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "reportOwnSession", summary = "Report a sign-in of someone else", description = """
			Ends the session and confirms it by email. Whoever it was knows the password: have it changed next.""")
	@Problems(NoSession.class)
	Mono<Void> report(Caller caller, @Parameter(description = "The id of the session.",
			schema = @Schema(type = "string", format = "uuid")) @PathVariable String id) {
		return this.end.report(new AccountId(caller.id()), read(id)).flatMap(OwnSessionController::foundOrNot);
	}

	private static Mono<Void> foundOrNot(boolean found) {
		return found ? Mono.empty() : Mono.error(() -> Problem.notFound().asException());
	}

	private static SessionId read(String id) {
		try {
			return new SessionId(UUID.fromString(id));
		}
		catch (IllegalArgumentException ex) {
			throw Problem.notFound().asException();
		}
	}

	/** The caller has no such session. */
	static class NoSession implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(Problem.notFound());
		}

	}

	/**
	 * All that are shown.
	 *
	 * @param items active ones first, the newest first
	 */
	record SessionList(List<OwnSessionResponse> items) {
	}

	/**
	 * A sign-in of the caller.
	 *
	 * @param id to end it by
	 * @param kind {@code browser} or {@code mobile}
	 * @param current whether it is the one that asks
	 * @param active whether it can still be used
	 * @param browser such as Firefox, or the name of an app, as the device said; null if
	 * it said none that is known
	 * @param system such as Windows; null if it said none that is known
	 * @param address of the network it was opened from
	 * @param startedAt the sign-in
	 */
	record OwnSessionResponse(SessionId id, String kind, boolean current, boolean active, @Nullable String browser,
			@Nullable String system, @Nullable String address, Instant startedAt) {

		static OwnSessionResponse of(OwnSession session, @Nullable SessionId own) {
			return new OwnSessionResponse(session.id(), Codes.of(session.kind()), session.is(own), session.isActive(),
					session.device().browser(), session.device().system(), session.device().address(),
					session.startedAt());
		}

	}

}
