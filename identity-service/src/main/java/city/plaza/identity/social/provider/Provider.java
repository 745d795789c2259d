package city.plaza.identity.social.provider;

import reactor.core.publisher.Mono;

/** One provider. */
public final class Provider {

	private final String id;

	private final ProviderSettings settings;

	private final Mono<Metadata> metadata;

	private final RedeemCode redeem;

	Provider(String id, ProviderSettings settings, Mono<Metadata> metadata, RedeemCode redeem) {
		this.id = id;
		this.settings = settings;
		this.metadata = metadata;
		this.redeem = redeem;
	}

	/** Its name in addresses. */
	public String id() {
		return this.id;
	}

	public ProviderSettings settings() {
		return this.settings;
	}

	/**
	 * Begins: where to send the browser.
	 * @return an error where its metadata cannot be read: see
	 * {@link RedeemCode#isUnavailable}
	 */
	public Mono<Authorization> authorize() {
		return this.metadata.map((read) -> AuthorizationRequests.next(read, this.settings));
	}

	/**
	 * Turns what the browser brought back into a person.
	 * @param response as it came; its state has been compared
	 * @return whom the provider named, or why nobody
	 */
	public Mono<RedeemCode.Outcome> redeem(ProviderResponse response) {
		return this.redeem.redeem(this.metadata, this.id, this.settings, response);
	}

}
