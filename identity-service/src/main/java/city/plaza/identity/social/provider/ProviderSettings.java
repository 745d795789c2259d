package city.plaza.identity.social.provider;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * One provider.
 *
 * @param issuer where its metadata stands: {@code https://accounts.google.com}
 * @param tokenIssuer what its tokens name as issuer where that is another text: of a
 * provider with many tenants with <code>{tenantid}</code> for the claim {@code tid}
 * @param clientId as registered there; none turns the provider off
 * @param clientSecret as given there
 * @param name what people call it, by language ({@code en}, {@code es})
 * @param button the text of its button, by language; without one, a text with its name
 * @param scopes what is asked for
 * @param responseMode how it returns: {@code form_post} of Apple, else none
 * @param verifiedClaim the claim by which it vouches for the email address
 */
public record ProviderSettings(@DefaultValue("") String issuer, @Nullable String tokenIssuer,
		@DefaultValue("") String clientId, @DefaultValue("") String clientSecret,
		@DefaultValue Map<String, String> name, @DefaultValue Map<String, String> button, @DefaultValue( {
				"openid", "profile", "email" }) Set<String> scopes,
		@DefaultValue("") String responseMode, @DefaultValue("email_verified") String verifiedClaim){

	private static final Set<String> LANGUAGES = Arrays.stream(Language.values())
		.map(Language::tag)
		.collect(Collectors.toUnmodifiableSet());

	/** Whether people may sign in by it. */
	public boolean isOn() {
		return !this.clientId.isBlank();
	}

	/**
	 * What people call it.
	 * @param language of the reader
	 */
	public String name(Language language) {
		return Objects.requireNonNull(this.name.getOrDefault(language.tag(), this.name.get(Language.ENGLISH.tag())));
	}

	/**
	 * The text of its button.
	 * @param language of the reader
	 * @return null where the usual one will do
	 */
	public @Nullable String button(Language language) {
		return this.button.get(language.tag());
	}

	/** Not by constraints: their messages would print the secret. */
	void check(String prefix) {
		if (isOn()) {
			Assert.isTrue(this.issuer.matches("https?://[^\\s?#]+"), prefix + "issuer must be an address");
			Assert.isTrue(!this.clientSecret.isBlank(), prefix + "client-secret is missing");
			Assert.isTrue(this.name.containsKey(Language.ENGLISH.tag()), prefix + "name.en is missing");
			Assert.isTrue(LANGUAGES.containsAll(this.name.keySet()) && LANGUAGES.containsAll(this.button.keySet()),
					prefix + "name and button have texts in " + LANGUAGES + " only");
			Assert.isTrue(this.scopes.contains("openid"), prefix + "scopes must contain openid");
		}
	}

	@Override
	public String toString() {
		return "ProviderSettings[issuer=" + this.issuer + ", clientId=" + this.clientId + "]";
	}

}
