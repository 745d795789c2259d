package city.plaza.portal.leave;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/** Collects a copy of the visitor's data from all services. */
@Component
class CopyData {

	/** Pages of one list: of the newest, for a list that has no end. */
	private static final int MOST_PAGES = 200;

	private final OwnData.OfIdentity identity;

	private final OwnData.OfLinks links;

	private final OwnData.OfBilling billing;

	private final OwnData.OfNotices notices;

	private final JsonMapper json;

	private final Clock clock;

	CopyData(OwnData.OfIdentity identity, OwnData.OfLinks links, OwnData.OfBilling billing, OwnData.OfNotices notices,
			JsonMapper json, Clock clock) {
		this.identity = identity;
		this.links = links;
		this.billing = billing;
		this.notices = notices;
		this.json = json;
		this.clock = clock;
	}

	/** All of it as a file that people and programs can read. */
	Mono<byte[]> copy() {
		return Mono.zip(account(), this.links.links(), all(this.billing::payments), all(this.notices::notices))
			// Last, so that a copy is noted only where there is one.
			.zipWhen((parts) -> this.identity.copy(), (parts, rest) -> {
				ObjectNode whole = parts.getT1();
				whole.set("earlierAccounts", rest.path("earlierAccounts"));
				whole.set("linkedAccounts", parts.getT2().path("items"));
				whole.set("payments", parts.getT3());
				whole.set("notices", parts.getT4());
				return this.json.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole);
			});
	}

	private Mono<ObjectNode> account() {
		return Mono
			.zip(this.identity.me(), this.identity.registration(), this.identity.methods(),
					this.identity.secondFactor(), this.identity.signIns())
			.map((parts) -> {
				ObjectNode account = this.json.createObjectNode();
				account.put("copiedAt", this.clock.instant().toString());
				account.set("account", parts.getT1());
				account.set("acknowledgment", parts.getT2().path("acknowledgment").path("accepted"));
				account.set("signature", parts.getT2().path("signature"));
				account.set("drafts", parts.getT2().path("drafts"));
				account.set("signInMethods", parts.getT3().path("items"));
				account.set("secondFactor", parts.getT4());
				account.set("signIns", parts.getT5().path("items"));
				return account;
			});
	}

	private Mono<ArrayNode> all(Function<@Nullable String, Mono<JsonNode>> page) {
		return page.apply(null)
			.expand((got) -> got.path("next").isString() ? page.apply(got.path("next").asString()) : Mono.empty())
			.take(MOST_PAGES)
			.collectList()
			.map(this::join);
	}

	private ArrayNode join(List<JsonNode> pages) {
		ArrayNode items = this.json.createArrayNode();
		pages.stream().flatMap((page) -> page.path("items").valueStream()).forEach(items::add);
		return items;
	}

}
