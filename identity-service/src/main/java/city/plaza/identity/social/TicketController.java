package city.plaza.identity.social;

import java.util.List;

import city.plaza.identity.registration.RegisterFromProvider;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.BrowserSessionResponse;
import city.plaza.identity.session.KnownDevices;
import city.plaza.identity.session.OpenedSession;
import city.plaza.identity.verification.RegistrationId;
import city.plaza.platform.database.Codes;
import city.plaza.platform.messages.Language;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/internal/v1/social-sign-ins")
@Tag(name = "Internal", description = "For the portal and the gateway; the gateway routes none of it")
@SecurityRequirements
class TicketController {

	private final ReadTicket read;

	private final CreateAccount create;

	private final JoinAccount join;

	private final RegisterByEmail register;

	private final JoinedResponses responses;

	private final KnownDevices devices;

	TicketController(ReadTicket read, CreateAccount create, JoinAccount join, RegisterByEmail register,
			JoinedResponses responses, KnownDevices devices) {
		this.read = read;
		this.create = create;
		this.join = join;
		this.register = register;
		this.responses = responses;
		this.devices = devices;
	}

	@PostMapping("/ticket")
	@Operation(summary = "What a person has to do next", description = "Problem: 409 `social-sign-in-expired`.")
	Mono<TicketResponse> read(@RequestBody TicketRequest request) {
		return this.read.read(request.ticket()).map(TicketResponse::of).switchIfEmpty(expired());
	}

	@PostMapping("/account")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Create an account without a password", description = """
			Problems: 409 `social-sign-in-expired`, 409 `account-exists`, 422 `invalid-request`.""")
	Mono<BrowserSessionResponse> create(@RequestBody AccountRequest request,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
		return this.create
			.create(request.ticket(), request.givenName(), request.familyName(), Language.preferred(language))
			.flatMap((outcome) -> switch (outcome) {
				case CreateAccount.Outcome.Created(var session) -> Mono.just(session);
				case CreateAccount.Outcome.Refused(var errors) -> Mono.error(Problem.invalid(errors).asException());
				case CreateAccount.Outcome.AccountExists exists ->
					Mono.error(SocialProblems.ACCOUNT_EXISTS.asException());
				case CreateAccount.Outcome.Expired expired -> expired();
			})
			.map((session) -> response(session, request.deviceToken()));
	}

	@PostMapping("/join")
	@Operation(summary = "Join a provider to an account by its password", description = """
			Problems and second step as of signing in, 409 `social-sign-in-expired`, 409 `provider-account-taken`.""")
	Mono<ResponseEntity<Object>> join(@RequestBody JoinRequest request, ServerHttpRequest http) {
		return this.join.join(request.ticket(), request.password(), request.deviceToken(), ClientAddress.of(http))
			.flatMap((outcome) -> this.responses.of(outcome, request.deviceToken()));
	}

	@PostMapping("/registration")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Register with an address that the provider does not vouch for", description = """
			Sends a code; it is confirmed as any registration. Problems: 409 `social-sign-in-expired`, \
			422 `invalid-request`, 429 `too-many-tries`.""")
	Mono<RegistrationResponse> register(@RequestBody EmailRequest request,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
			ServerHttpRequest http) {
		return this.register
			.register(request.ticket(), request.email(), request.givenName(), request.familyName(),
					Language.preferred(language), ClientAddress.of(http))
			.switchIfEmpty(expired())
			.flatMap((outcome) -> switch (outcome) {
				case RegisterFromProvider.Outcome.Started(var id) -> Mono.just(new RegistrationResponse(id));
				case RegisterFromProvider.Outcome.Refused(var errors) ->
					Mono.error(Problem.invalid(errors).asException());
				case RegisterFromProvider.Outcome.TooMany(var wait) ->
					Mono.error(SocialProblems.tooMany(wait).asException());
			});
	}

	private BrowserSessionResponse response(OpenedSession session, @Nullable Secret device) {
		return BrowserSessionResponse.of(session, this.devices.remember(device, session.account().email()));
	}

	private static <T> Mono<T> expired() {
		return Mono.error(SocialProblems.EXPIRED::asException);
	}

	/** Whose step it is. */
	record TicketRequest(@Nullable Secret ticket) {
	}

	/**
	 * What comes next.
	 *
	 * @param step {@code register}, {@code join} or {@code email}
	 * @param provider that named the person
	 * @param email that the provider gave, vouched for unless the step is {@code email}
	 * @param givenName that the provider gave
	 * @param familyName that the provider gave
	 * @param signInBy providers by which an account without a password signs in
	 * @param then where the browser goes on
	 */
	record TicketResponse(String step, String provider, @Nullable String email, @Nullable String givenName,
			@Nullable String familyName, List<String> signInBy, @Nullable String then) {

		static TicketResponse of(ReadTicket.Read read) {
			Ticket ticket = read.ticket();
			return new TicketResponse(Codes.of(read.step()), ticket.provider(), ticket.email(), ticket.givenName(),
					ticket.familyName(), read.signInBy(), ticket.then());
		}

	}

	/**
	 * The account to be.
	 *
	 * @param givenName to greet by
	 * @param familyName to greet by
	 */
	record AccountRequest(@Nullable Secret ticket, @Nullable String givenName, @Nullable String familyName,
			@Nullable Secret deviceToken) {
	}

	/** The proof of an account. */
	record JoinRequest(@Nullable Secret ticket, Secret password, @Nullable Secret deviceToken) {
	}

	/** An address to prove. */
	record EmailRequest(@Nullable Secret ticket, @Nullable String email, @Nullable String givenName,
			@Nullable String familyName) {
	}

	/** What is to be confirmed. */
	record RegistrationResponse(RegistrationId id) {
	}

}
