package city.plaza.identity.social;

import java.util.List;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.RecentProof;
import city.plaza.identity.social.provider.Providers;
import city.plaza.platform.messages.Language;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/internal/v1")
@Tag(name = "Internal", description = "For the portal and the gateway; the gateway routes none of it")
class ProviderController {

	private final Providers providers;

	private final StartAtProvider start;

	private final RecentProof proof;

	private final Accounts accounts;

	private final SocialRules rules;

	ProviderController(Providers providers, StartAtProvider start, RecentProof proof, Accounts accounts,
			SocialRules rules) {
		this.providers = providers;
		this.start = start;
		this.proof = proof;
		this.accounts = accounts;
		this.rules = rules;
	}

	@GetMapping("/sign-in-providers")
	@SecurityRequirements
	@Operation(summary = "The providers that people can sign in by")
	Mono<ProvidersResponse> list(
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
		Language reader = Language.preferred(language);
		return Mono.just(new ProvidersResponse(this.providers.all()
			.stream()
			.map((provider) -> new ProviderResponse(provider.id(), provider.settings().name(reader),
					provider.settings().button(reader)))
			.toList()));
	}

	@PostMapping("/social-sign-ins")
	@SecurityRequirements
	@Operation(summary = "Start a sign-in by a provider",
			description = "Problems: 404 `not-found`, 503 `provider-unavailable`.")
	Mono<StartResponse> start(@RequestBody StartRequest request) {
		return this.start.start(request.provider(), request.then(), null).flatMap(ProviderController::startedOr);
	}

	@PostMapping("/me/provider-connections")
	@Operation(summary = "Connect a provider to the account of the caller",
			description = "Problems as of the start, and 403 `proof-needed`.")
	Mono<StartResponse> connect(Caller caller, @RequestBody ConnectRequest request) {
		return this.proof.required(caller)
			.then(this.accounts.of(new AccountId(caller.id())))
			.filter(this.rules::mayUse)
			.flatMap((account) -> this.start.start(request.provider(), null, caller.session()))
			.defaultIfEmpty(new StartAtProvider.Outcome.Unknown())
			.flatMap(ProviderController::startedOr);
	}

	private static Mono<StartResponse> startedOr(StartAtProvider.Outcome outcome) {
		return switch (outcome) {
			case StartAtProvider.Outcome.Started(var address, var flow) ->
				Mono.just(new StartResponse(address.toString(), flow));
			case StartAtProvider.Outcome.Unknown unknown -> Mono.error(Problem.notFound().asException());
			case StartAtProvider.Outcome.Unavailable down -> Mono.error(SocialProblems.UNAVAILABLE.asException());
		};
	}

	/** All providers. */
	record ProvidersResponse(List<ProviderResponse> items) {
	}

	/**
	 * One provider.
	 *
	 * @param id its name in addresses
	 * @param name what people call it
	 * @param button the text of its button; null where the usual one will do
	 */
	record ProviderResponse(String id, String name, @Nullable String button) {
	}

	/**
	 * Who goes where.
	 *
	 * @param provider its name in addresses
	 * @param then where the browser goes on afterwards
	 */
	record StartRequest(String provider, @Nullable String then) {
	}

	/**
	 * What is connected.
	 *
	 * @param provider its name in addresses
	 */
	record ConnectRequest(String provider) {
	}

	/**
	 * Where the browser goes.
	 *
	 * @param address of the provider
	 * @param flow for a cookie of this browser
	 */
	record StartResponse(String address, Secret flow) {
	}

}
