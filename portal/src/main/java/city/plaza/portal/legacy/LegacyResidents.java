package city.plaza.portal.legacy;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** identity-service's account holders of the earlier portal, for the help desk. */
@HttpExchange("/api/v1/legacy-residents")
interface LegacyResidents {

	/** By POST: a name or an address belongs in no URL. */
	@PostExchange("/searches")
	Mono<Found> search(@RequestBody Search search);

	/** Notifies the address on file by email that it is the one to register with. */
	@PostExchange("/{id}/hints")
	Mono<Void> hint(@PathVariable String id, @RequestBody Hint hint);

	/** How to write it: {@code en} or {@code es}. */
	record Hint(@Nullable String language) {
	}

	/** Its text would hold a resident's name. */
	record Search(String query) {

		@Override
		public String toString() {
			return "Search[***]";
		}

	}

	/**
	 * What was found.
	 *
	 * @param more whether there are more than these
	 */
	record Found(List<Item> items, boolean more) {
	}

	/**
	 * One account holder.
	 *
	 * @param address in one line; null where none is on file
	 * @param maskedEmail such as {@code p***t@e***.com}
	 * @param reclaimedAt when its holder registered anew; null before that
	 */
	record Item(String id, String name, @Nullable String address, List<String> customerNumbers, String maskedEmail,
			@Nullable Instant reclaimedAt) {

		@Override
		public String toString() {
			return "Item[" + this.id + "]";
		}

	}

}
