package city.plaza.identity.social;

import java.time.Duration;
import java.util.Optional;

import city.plaza.identity.limit.Limits;
import city.plaza.identity.limit.Window;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.ContinueSignIn;
import city.plaza.identity.social.provider.Provider;
import city.plaza.identity.social.provider.ProviderResponse;
import city.plaza.identity.social.provider.Providers;
import city.plaza.identity.social.provider.RedeemCode;
import city.plaza.platform.security.ClientAddress;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Receives a browser that comes back from a provider: only the one that went there, once,
 * in time, and from that provider.
 */
@Component
class ReturnFromProvider {

	/** What becomes of the person. */
	sealed interface Outcome {

		/**
		 * The account is known.
		 *
		 * @param next a session, or the second step
		 */
		record SignedIn(ContinueSignIn.Outcome next, @Nullable String then) implements Outcome {
		}

		/** No account is known yet: see the ticket. */
		record Unknown(Ticket ticket) implements Outcome {
		}

		/** The provider is one of the account's sign-in methods from now on. */
		record Connected(String provider) implements Outcome {
		}

		/** It ends here. */
		record Ended(Reason reason, boolean wasConnecting) implements Outcome {
		}

	}

	/** Why it ended. */
	enum Reason {

		/** The person chose to cancel there. */
		DENIED,
		/** Another browser, another provider, too late, or a second time. */
		EXPIRED,
		/** What the provider sent is not to be trusted. */
		REFUSED,
		/** The provider cannot be reached. */
		UNAVAILABLE,
		/** Too many came from that network. */
		TOO_MANY,
		/** Staff sign in with their password. */
		STAFF,
		/** The account at the provider belongs to another account here. */
		TAKEN

	}

	/** People who share a network come back now and then; programs all the time. */
	private static final Window OF_NETWORK = new Window(120, Duration.ofMinutes(10));

	private final Providers providers;

	private final Carried carried;

	private final Limits limits;

	private final KeyedHashes hashes;

	private final RecognizePerson recognize;

	ReturnFromProvider(Providers providers, Carried carried, Limits limits, KeyedHashes hashes,
			RecognizePerson recognize) {
		this.providers = providers;
		this.carried = carried;
		this.limits = limits;
		this.hashes = hashes;
		this.recognize = recognize;
	}

	Mono<Outcome> receive(Returned returned, ClientAddress client) {
		Optional<Flow> flow = this.carried.flow(returned.flow()).filter(returned::isAnswerTo);
		Optional<Provider> provider = this.providers.named(returned.provider());
		if (flow.isEmpty() || provider.isEmpty()) {
			return Mono.just(new Outcome.Ended(Reason.EXPIRED, false));
		}
		return this.limits.take(this.hashes.hash("social-return", client.network()), OF_NETWORK)
			.flatMap((wait) -> wait.isPositive() ? Mono.just(ended(Reason.TOO_MANY, flow.get()))
					: once(flow.get(), provider.get(), returned));
	}

	private Mono<Outcome> once(Flow flow, Provider provider, Returned returned) {
		return this.carried.use(flow)
			.flatMap((first) -> first ? redeem(flow, provider, returned) : Mono.just(ended(Reason.EXPIRED, flow)));
	}

	private Mono<Outcome> redeem(Flow flow, Provider provider, Returned returned) {
		Secret code = returned.code();
		if (returned.error() != null || code == null) {
			return Mono.just(ended("access_denied".equals(returned.error()) ? Reason.DENIED : Reason.REFUSED, flow));
		}
		if (flow.session() != null && !flow.session().equals(returned.session())) {
			return Mono.just(ended(Reason.EXPIRED, flow));
		}
		return provider
			.redeem(new ProviderResponse(code, returned.issuer(), flow.state(), flow.nonce(), flow.verifier()))
			.flatMap((outcome) -> switch (outcome) {
				case RedeemCode.Outcome.Named(var person) -> this.recognize.recognize(person, flow, returned.device());
				case RedeemCode.Outcome.Refused refused -> Mono.just(ended(Reason.REFUSED, flow));
				case RedeemCode.Outcome.Unavailable unavailable -> Mono.just(ended(Reason.UNAVAILABLE, flow));
			});
	}

	static Outcome ended(Reason reason, Flow flow) {
		return new Outcome.Ended(reason, flow.session() != null);
	}

}
