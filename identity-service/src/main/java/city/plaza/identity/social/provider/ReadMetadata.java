package city.plaza.identity.social.provider;

import java.net.URI;
import java.time.Duration;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Reads a provider's metadata (OpenID Connect Discovery 1.0, section 4) when it is first
 * needed, and again when it is old. What it says must fit what is configured.
 */
@Component
class ReadMetadata {

	private static final String TENANT = "{tenantid}";

	/** A UUID. */
	private static final int TENANT_LENGTH = 36;

	private final SocialSettings settings;

	private final TokenChecks checks;

	private final String publicUrl;

	ReadMetadata(SocialSettings settings, TokenChecks checks, @Value("${plaza.public-url}") String publicUrl) {
		this.settings = settings;
		this.checks = checks;
		this.publicUrl = publicUrl;
	}

	/**
	 * The metadata of a provider: read once for all who need it, never kept where it
	 * failed.
	 */
	Mono<Metadata> of(String id, ProviderSettings provider, WebClient client) {
		String issuer = StringUtils.trimTrailingCharacter(provider.issuer(), '/');
		return client.get()
			.uri(URI.create(issuer + "/.well-known/openid-configuration"))
			.retrieve()
			.bodyToMono(String.class)
			.switchIfEmpty(Mono.error(() -> new MetadataException("The metadata is empty")))
			.timeout(this.settings.timeout())
			.map((text) -> read(id, provider, text, client))
			.cache((read) -> this.settings.metadataLife(), (error) -> Duration.ZERO, () -> Duration.ZERO);
	}

	private Metadata read(String id, ProviderSettings provider, String text, WebClient client) {
		OIDCProviderMetadata read = parse(text);
		String issuer = read.getIssuer().getValue();
		String expected = (provider.tokenIssuer() != null) ? provider.tokenIssuer() : provider.issuer();
		check(fits(issuer, expected), "it is of the issuer " + issuer);
		String keys = address(read.getJWKSetURI(), issuer);
		ClientRegistration.Builder registration = ClientRegistration.withRegistrationId(id)
			.clientId(provider.clientId())
			.clientSecret(provider.clientSecret())
			.clientAuthenticationMethod(authentication(read))
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(this.publicUrl + "/sign-in/with/" + id + "/callback")
			.scope(provider.scopes())
			.authorizationUri(address(read.getAuthorizationEndpointURI(), issuer))
			.tokenUri(address(read.getTokenEndpointURI(), issuer))
			.jwkSetUri(keys);
		// Of many tenants each token names its own, which is checked by itself.
		ClientRegistration ours = issuer.contains(TENANT) ? registration.build()
				: registration.issuerUri(issuer).build();
		return new Metadata(ours, this.checks.of(ours, keys, issuer, client), client, issuer,
				read.supportsAuthorizationResponseIssuerParam());
	}

	/** The metadata of one tenant names it where that of many has a place for it. */
	private static boolean fits(String issuer, String expected) {
		int place = expected.indexOf(TENANT);
		if (issuer.equals(expected) || place < 0) {
			return issuer.equals(expected);
		}
		String before = expected.substring(0, place);
		String after = expected.substring(place + TENANT.length());
		return issuer.length() == before.length() + TENANT_LENGTH + after.length() && issuer.startsWith(before)
				&& issuer.endsWith(after)
				&& !issuer.substring(before.length(), before.length() + TENANT_LENGTH).contains("/");
	}

	private static OIDCProviderMetadata parse(String text) {
		try {
			return OIDCProviderMetadata.parse(text);
		}
		catch (ParseException ex) {
			throw new MetadataException("The metadata cannot be read: " + ex.getMessage());
		}
	}

	/** The one of the standard, unless the provider takes only the other. */
	private static ClientAuthenticationMethod authentication(OIDCProviderMetadata read) {
		var methods = read.getTokenEndpointAuthMethods();
		boolean basic = methods == null
				|| methods.stream().anyMatch((each) -> each.getValue().equals("client_secret_basic"));
		return basic ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC : ClientAuthenticationMethod.CLIENT_SECRET_POST;
	}

	/** Where the issuer is reached by https, all of its addresses are. */
	private static String address(@Nullable URI uri, String issuer) {
		check(uri != null && uri.getHost() != null && uri.getUserInfo() == null
				&& (!issuer.startsWith("https://") || "https".equals(uri.getScheme())), "it lacks a safe address");
		return String.valueOf(uri);
	}

	private static void check(boolean fits, String fault) {
		if (!fits) {
			throw new MetadataException("The metadata does not fit the settings: " + fault);
		}
	}

}
