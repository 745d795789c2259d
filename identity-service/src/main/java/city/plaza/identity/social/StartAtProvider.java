package city.plaza.identity.social;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;

import city.plaza.identity.secret.Secret;
import city.plaza.identity.social.provider.Authorization;
import city.plaza.identity.social.provider.Providers;
import city.plaza.identity.social.provider.RedeemCode;
import city.plaza.platform.problem.RequestLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Sends a browser to a provider. Nothing is stored: whoever comes back brings it along.
 */
@Component
class StartAtProvider {

	private static final Logger log = LoggerFactory.getLogger(StartAtProvider.class);

	/** Whether the browser can go there. */
	sealed interface Outcome {

		/**
		 * It can.
		 *
		 * @param address of the provider
		 * @param flow for a cookie
		 */
		record Started(URI address, Secret flow) implements Outcome {
		}

		/** There is no such provider. */
		record Unknown() implements Outcome {
		}

		/** The provider's metadata cannot be read just now. */
		record Unavailable() implements Outcome {
		}

	}

	private final Providers providers;

	private final Carried carried;

	private final Clock clock;

	StartAtProvider(Providers providers, Carried carried, Clock clock) {
		this.providers = providers;
		this.carried = carried;
		this.clock = clock;
	}

	/**
	 * Starts.
	 * @param provider its name
	 * @param then where the browser goes on
	 * @param session that connects the provider; null to sign in
	 */
	Mono<Outcome> start(String provider, @Nullable String then, @Nullable UUID session) {
		return Mono.justOrEmpty(this.providers.named(provider))
			.flatMap((known) -> known.authorize().<Outcome>map((made) -> started(provider, then, session, made)))
			.defaultIfEmpty(new Outcome.Unknown())
			.onErrorResume(RedeemCode::isUnavailable,
					(error) -> RequestLog
						.write(() -> log.warn("{} cannot be used to sign in just now: {}", provider, error.toString()))
						.thenReturn(new Outcome.Unavailable()));
	}

	private Outcome started(String provider, @Nullable String then, @Nullable UUID session, Authorization made) {
		Flow flow = new Flow(provider, made.state(), made.nonce(), made.verifier(), then, session,
				this.clock.instant().plus(Flow.LIFE).getEpochSecond());
		return new Outcome.Started(made.address(), this.carried.close(flow));
	}

}
