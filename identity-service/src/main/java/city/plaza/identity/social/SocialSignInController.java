package city.plaza.identity.social;

import java.util.Optional;
import java.util.UUID;

import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.BrowserSessionResponse;
import city.plaza.identity.session.ContinueSignIn;
import city.plaza.identity.session.KnownDevices;
import city.plaza.identity.session.SecondStepResponse;
import city.plaza.identity.social.ReturnFromProvider.Outcome;
import city.plaza.platform.database.Codes;
import city.plaza.platform.security.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

@RestController
@RequestMapping("/internal/v1/social-sign-ins")
@Tag(name = "Internal", description = "For the portal and the gateway; the gateway routes none of it")
@SecurityRequirements
class SocialSignInController {

	private final ReturnFromProvider receive;

	private final Carried carried;

	private final KnownDevices devices;

	SocialSignInController(ReturnFromProvider receive, Carried carried, KnownDevices devices) {
		this.receive = receive;
		this.carried = carried;
		this.devices = devices;
	}

	@PostMapping("/return")
	@Operation(summary = "Receive a browser that comes back from a provider")
	Mono<ReturnResponse> receive(@RequestBody ReturnRequest request, ServerWebExchange exchange) {
		return sessionOf(exchange).map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.flatMap((session) -> this.receive.receive(request.returned(session.orElse(null)),
					ClientAddress.of(exchange.getRequest())))
			.map((outcome) -> response(outcome, request));
	}

	private ReturnResponse response(Outcome outcome, ReturnRequest request) {
		return switch (outcome) {
			case Outcome.SignedIn(ContinueSignIn.Outcome.Opened(var session), var then) ->
				new ReturnResponse("signed-in", null, false,
						BrowserSessionResponse.of(session,
								this.devices.remember(request.deviceToken(), session.account().email())),
						null, null, then);
			case Outcome.SignedIn(ContinueSignIn.Outcome.Pending(var pending), var then) ->
				new ReturnResponse("second-step", null, false, null, SecondStepResponse.of(pending), null, then);
			case Outcome.Unknown(var ticket) ->
				new ReturnResponse("unknown", null, false, null, null, this.carried.close(ticket), null);
			case Outcome.Connected connected -> new ReturnResponse("connected", null, true, null, null, null, null);
			case Outcome.Ended(var reason, var connecting) ->
				new ReturnResponse("ended", Codes.of(reason), connecting, null, null, null, null);
		};
	}

	private static Mono<UUID> sessionOf(ServerWebExchange exchange) {
		return exchange.getPrincipal()
			.ofType(JwtAuthenticationToken.class)
			.mapNotNull((caller) -> caller.getToken().getClaimAsString("sid"))
			.map(UUID::fromString);
	}

	/**
	 * What came back.
	 *
	 * @param provider whose address it came to
	 * @param flow from the browser's cookie
	 * @param state of the response
	 * @param code of the response
	 * @param error of the response
	 * @param issuer of the response
	 * @param deviceToken of the last sign-in on this device
	 */
	record ReturnRequest(String provider, @Nullable Secret flow, @Nullable String state, @Nullable Secret code,
			@Nullable String error, @Nullable String issuer, @Nullable Secret deviceToken) {

		Returned returned(@Nullable UUID session) {
			return new Returned(this.provider, this.flow, this.state, this.code, this.error, this.issuer, session,
					this.deviceToken);
		}

	}

	/**
	 * What comes next.
	 *
	 * @param step {@code signed-in}, {@code second-step}, {@code unknown},
	 * {@code connected} or {@code ended}
	 * @param reason why it ended
	 * @param connecting whether a provider was to be connected to an account
	 * @param session of who is signed in
	 * @param secondStep of who has to prove a second factor
	 * @param ticket of who has no account by this provider yet, for a cookie
	 * @param then where the browser goes on
	 */
	record ReturnResponse(String step, @Nullable String reason, boolean connecting,
			@Nullable BrowserSessionResponse session, @Nullable SecondStepResponse secondStep, @Nullable Secret ticket,
			@Nullable String then) {
	}

}
