package city.plaza.gateway.limit;

import java.time.Duration;

import city.plaza.gateway.client.ClientNetwork;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Bounds how many unknown secrets a client may have looked up. The token is taken before
 * the question and given back after a good response, so that many guesses at once are
 * bounded too.
 */
@Component
public class Guesses {

	private final Buckets buckets;

	private final Refusals refusals;

	Guesses(Buckets buckets, Refusals refusals) {
		this.buckets = buckets;
		this.refusals = refusals;
	}

	/** How long this client has to wait before it may ask; zero where it may now. */
	public Duration take(ClientNetwork client) {
		return this.buckets.take(LimitSettings.GUESSES, client);
	}

	/** It was no guess, or could not be checked. */
	public void giveBack(ClientNetwork client) {
		this.buckets.giveBack(LimitSettings.GUESSES, client);
	}

	/** Responds 429. */
	public Mono<Void> refuse(ServerWebExchange exchange, Duration wait) {
		return this.refusals.write(exchange, wait);
	}

}
