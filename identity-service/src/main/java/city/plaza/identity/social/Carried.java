package city.plaza.identity.social;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import city.plaza.identity.limit.Limits;
import city.plaza.identity.limit.Window;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.identity.secret.SealedTexts;
import city.plaza.identity.secret.Secret;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Seals and opens what the browser carries between two steps; each is good for a time.
 */
@Component
class Carried {

	private static final String FLOW = "social-flow";

	private static final String TICKET = "social-ticket";

	/** Longer than a flow lives. */
	private static final Window ONCE = new Window(1, Duration.ofHours(1));

	private final SealedTexts texts;

	private final KeyedHashes hashes;

	private final Limits limits;

	private final JsonMapper json;

	private final Clock clock;

	Carried(SealedTexts texts, KeyedHashes hashes, Limits limits, JsonMapper json, Clock clock) {
		this.texts = texts;
		this.hashes = hashes;
		this.limits = limits;
		this.json = json;
		this.clock = clock;
	}

	Secret close(Flow flow) {
		return this.texts.close(FLOW, this.json.writeValueAsString(flow));
	}

	Secret close(Ticket ticket) {
		return this.texts.close(TICKET, this.json.writeValueAsString(ticket));
	}

	Optional<Flow> flow(@Nullable Secret sealed) {
		return open(FLOW, sealed, Flow.class).filter((flow) -> isAlive(flow.expiresAt()));
	}

	Optional<Ticket> ticket(@Nullable Secret sealed) {
		return open(TICKET, sealed, Ticket.class).filter((ticket) -> isAlive(ticket.expiresAt()));
	}

	/** Uses it up; false where it was before, however many come at once. */
	Mono<Boolean> use(Flow flow) {
		return this.limits.take(this.hashes.hash(FLOW, flow.state()), ONCE).map((wait) -> !wait.isPositive());
	}

	private <T> Optional<T> open(String kind, @Nullable Secret sealed, Class<T> type) {
		return Optional.ofNullable(sealed)
			.flatMap((text) -> this.texts.open(kind, text))
			.map((text) -> this.json.readValue(text, type));
	}

	private boolean isAlive(long expiresAt) {
		return this.clock.instant().isBefore(Instant.ofEpochSecond(expiresAt));
	}

}
