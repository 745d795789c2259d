package city.plaza.identity.social;

import city.plaza.identity.registration.SignUpLimits;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.verification.CodeProblems;
import city.plaza.platform.messages.Language;
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
@RequestMapping("/internal/v1/social-sign-ins/join")
@Tag(name = "Internal", description = "For the portal and the gateway; the gateway routes none of it")
@SecurityRequirements
class JoinByCodeController {

	private final SendJoinCode send;

	private final JoinByCode join;

	private final JoinedResponses responses;

	private final SignUpLimits limits;

	JoinByCodeController(SendJoinCode send, JoinByCode join, JoinedResponses responses, SignUpLimits limits) {
		this.send = send;
		this.join = join;
		this.responses = responses;
		this.limits = limits;
	}

	@PostMapping("/codes")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Mail a code to the account to be joined", description = """
			Problems: 409 `social-sign-in-expired`, 429 `resend-too-soon`, `too-many-codes`, `too-many-tries`.""")
	Mono<Void> sendCode(@RequestBody CodeRequest request,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
			ServerHttpRequest http) {
		ClientAddress client = ClientAddress.of(http);
		return this.limits.take(client)
			.flatMap(SocialProblems::goOn)
			.then(Mono.defer(() -> this.send.send(request.ticket(), Language.preferred(language), client)))
			.switchIfEmpty(Mono.error(SocialProblems.EXPIRED::asException))
			.flatMap(CodeProblems::sentOr);
	}

	@PostMapping("/code")
	@Operation(summary = "Join a provider to an account by a mailed code", description = """
			Second step as of signing in. Problems: 409 `social-sign-in-expired`, 409 `provider-account-taken`, \
			422 `wrong-code`, `expired-code`, `code-tries-spent`, `code-already-used`, 429 `too-many-tries`.""")
	Mono<ResponseEntity<Object>> join(@RequestBody JoinRequest request, ServerHttpRequest http) {
		return this.limits.take(ClientAddress.of(http))
			.flatMap(SocialProblems::goOn)
			.then(Mono.defer(() -> this.join.join(request.ticket(), request.code(), request.deviceToken())))
			.flatMap((outcome) -> switch (outcome) {
				case JoinByCode.Outcome.Proved(var next) -> this.responses.of(next, request.deviceToken());
				case JoinByCode.Outcome.NotProved(var reason) -> Mono.error(CodeProblems.of(reason).asException());
			});
	}

	/** Whose account it is. */
	record CodeRequest(@Nullable Secret ticket) {
	}

	/** The proof of an account. */
	record JoinRequest(@Nullable Secret ticket, Secret code, @Nullable Secret deviceToken) {
	}

}
