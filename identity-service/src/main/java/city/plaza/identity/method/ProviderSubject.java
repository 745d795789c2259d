package city.plaza.identity.method;

/**
 * A person at a provider. An email address is none: it changes hands.
 *
 * @param provider as the settings name it
 * @param issuer of the provider's tokens
 * @param subject never given to another person by that issuer
 */
public record ProviderSubject(String provider, String issuer, String subject) {

	@Override
	public String toString() {
		return "ProviderSubject[provider=" + this.provider + "]";
	}

}
