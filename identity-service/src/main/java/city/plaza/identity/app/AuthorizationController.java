package city.plaza.identity.app;

import java.net.URI;
import java.util.List;

import city.plaza.identity.session.FindCaller;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The portal shows the page of {@code /oauth2/authorize}; what it means is known here.
 */
@RestController
@RequestMapping("/internal/v1/authorizations")
@Tag(name = "Internal", description = "For the portal and the gateway; the gateway routes none of it")
class AuthorizationController {

	private static final Problem UNKNOWN = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-app",
			"No app that is known here asks for this sign-in.");

	private final AppSettings apps;

	private final Authorize authorize;

	private final FindCaller findCaller;

	AuthorizationController(AppSettings apps, Authorize authorize, FindCaller findCaller) {
		this.apps = apps;
		this.authorize = authorize;
		this.findCaller = findCaller;
	}

	@PostMapping("/check")
	@Operation(summary = "Who asks for a sign-in", description = "An app at fault gets its browser back at once.")
	@Problems(UnknownApp.class)
	Mono<CheckResponse> check(@Valid @RequestBody AuthorizationRequest body) {
		return switch (AppRequest.read(body.query(), this.apps)) {
			case AppRequest.Reading.Valid(var request) -> Mono.just(new CheckResponse(request.app().name(), null));
			case AppRequest.Reading.Refused(var address) -> Mono.just(new CheckResponse(null, address));
			case AppRequest.Reading.Unknown unknown -> Mono.error(UNKNOWN.asException());
		};
	}

	@PostMapping
	@Operation(summary = "Let an app sign in, or not", description = "Returns where to send the browser.")
	@Problems(UnknownApp.class)
	Mono<AuthorizationResponse> authorize(Caller caller, @Valid @RequestBody AuthorizationRequest body) {
		return switch (AppRequest.read(body.query(), this.apps)) {
			case AppRequest.Reading.Valid(var request) ->
				(Boolean.TRUE.equals(body.denied()) ? Mono.just(request.denied())
						: this.findCaller.find(caller).flatMap((me) -> this.authorize.grant(request, me.session())))
					.map(AuthorizationResponse::new);
			case AppRequest.Reading.Refused(var address) -> Mono.just(new AuthorizationResponse(address));
			case AppRequest.Reading.Unknown unknown -> Mono.error(UNKNOWN.asException());
		};
	}

	/** The request names no app that is known, or not its address. */
	static class UnknownApp implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(UNKNOWN);
		}

	}

	/**
	 * What an app asks for.
	 *
	 * @param query of the browser's address, as it came
	 * @param denied whether the resident said no; absent where nobody was asked
	 */
	record AuthorizationRequest(@NotNull(message = "Send the query of the address.") String query,
			@Nullable Boolean denied) {
	}

	/**
	 * What is shown to the resident.
	 *
	 * @param app its name; null where it is at fault
	 * @param address to send the browser to, where the app is at fault
	 */
	record CheckResponse(@Nullable String app, @Nullable URI address) {
	}

	/**
	 * The end in the browser.
	 *
	 * @param address to send it to
	 */
	record AuthorizationResponse(URI address) {
	}

}
