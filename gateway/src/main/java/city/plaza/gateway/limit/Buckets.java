package city.plaza.gateway.limit;

import java.time.Duration;

import city.plaza.gateway.client.ClientNetwork;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import org.springframework.stereotype.Component;

/**
 * The buckets of all clients. A bucket that was not used for as long as it takes to fill
 * is the same as a new one and is forgotten; so is the one used least where there are too
 * many.
 */
@Component
class Buckets {

	/** So long at least, whatever the rates: making buckets anew costs more. */
	private static final Duration KEPT_AT_LEAST = Duration.ofMinutes(15);

	private final LimitSettings settings;

	private final Cache<String, Bucket> buckets;

	Buckets(LimitSettings settings) {
		this.settings = settings;
		this.buckets = Caffeine.newBuilder()
			.maximumSize(settings.remembered())
			.expireAfterAccess(keptFor(settings))
			.build();
	}

	/**
	 * Takes a token of a client's network and of the site around it.
	 * @return how long to wait for the next one; zero where there was one
	 */
	Duration take(String name, ClientNetwork client) {
		LimitSettings.Rate rate = rate(name);
		Duration wait = take(name + ' ' + client.network(), rate);
		if (!wait.isZero() || client.site().equals(client.network())) {
			return wait;
		}
		return take(name + ' ' + client.site(), rate.times(this.settings.siteFactor()));
	}

	/** Gives back what turned out not to count. */
	void giveBack(String name, ClientNetwork client) {
		LimitSettings.Rate rate = rate(name);
		bucket(name + ' ' + client.network(), rate).addTokens(1);
		if (!client.site().equals(client.network())) {
			bucket(name + ' ' + client.site(), rate.times(this.settings.siteFactor())).addTokens(1);
		}
	}

	long remembered() {
		this.buckets.cleanUp();
		return this.buckets.estimatedSize();
	}

	static Duration keptFor(LimitSettings settings) {
		Duration filled = settings.timeToFill();
		return (filled.compareTo(KEPT_AT_LEAST) > 0) ? filled : KEPT_AT_LEAST;
	}

	private LimitSettings.Rate rate(String name) {
		LimitSettings.Rate rate = this.settings.rates().get(name);
		if (rate == null) {
			throw new IllegalArgumentException("No rate is named " + name);
		}
		return rate;
	}

	private Duration take(String key, LimitSettings.Rate rate) {
		ConsumptionProbe probe = bucket(key, rate).tryConsumeAndReturnRemaining(1);
		return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
	}

	private Bucket bucket(String key, LimitSettings.Rate rate) {
		return this.buckets.get(key,
				(missing) -> Bucket.builder()
					.addLimit(
							Bandwidth.builder().capacity(rate.burst()).refillGreedy(rate.tokens(), rate.per()).build())
					.build());
	}

}
