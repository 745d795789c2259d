package city.plaza.systemtests;

import java.net.URI;
import java.net.URL;
import java.util.Objects;

import city.plaza.client.Tokens;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An app signs a resident in with a client library that knows nothing of Plaza but its
 * address: it reads the discovery document, sends the browser, and checks what comes back
 * as the standard says (OpenID Connect Core 1.0, PKCE S256, RFC 8252).
 */
@OnRunningSuite
class AppSignInIT {

	private static final ClientID APP = new ClientID("plaza-app");

	private static final URI BACK = URI.create("plaza://signed-in");

	private final RunningSuite suite = RunningSuite.get();

	private final CodeVerifier verifier = new CodeVerifier();

	private final State state = new State();

	private final Nonce nonce = new Nonce();

	@Test
	void signsInWithACommonClientLibrary() throws Exception {
		Scene scene = new Scene(this.suite);
		String resident = scene.register().me().id().toString();
		OIDCProviderMetadata plaza = OIDCProviderMetadata.resolve(new Issuer(this.suite.gateway()));
		AuthorizationCode code = code(plaza, scene.email);

		OIDCTokenResponse signedIn = tokens(plaza, new AuthorizationCodeGrant(code, BACK, this.verifier));
		URL keys = plaza.getJWKSetURI().toURL();
		IDTokenClaimsSet id = new IDTokenValidator(plaza.getIssuer(), APP, JWSAlgorithm.ES256, keys)
			.validate(signedIn.getOIDCTokens().getIDToken(), this.nonce);
		assertThat(id.getSubject().getValue()).isEqualTo(resident);
		OIDCTokenResponse refreshed = tokens(plaza, new RefreshTokenGrant(signedIn.getOIDCTokens().getRefreshToken()));
		Tokens access = new Tokens(refreshed.getOIDCTokens().getAccessToken().getValue(), 0, "");
		assertThat(scene.plaza.resident(access).me().id()).hasToString(resident);
		assertThat(new TokenRevocationRequest(plaza.getRevocationEndpointURI(), APP,
				refreshed.getOIDCTokens().getRefreshToken())
			.toHTTPRequest()
			.send()
			.indicatesSuccess()).isTrue();
	}

	/** Sends the system's browser, and reads what it would open the app with. */
	private AuthorizationCode code(OIDCProviderMetadata plaza, String email) throws Exception {
		URI request = new AuthenticationRequest.Builder(ResponseType.CODE, new Scope("openid"), APP, BACK)
			.endpointURI(plaza.getAuthorizationEndpointURI())
			.state(this.state)
			.nonce(this.nonce)
			.codeChallenge(this.verifier, CodeChallengeMethod.S256)
			.build()
			.toURI();
		try (Visitor browser = Visitor.withMouse(this.suite.gateway(), "en")) {
			browser.page().navigate(request.toString());
			browser.type("email", email);
			browser.type("password", Scene.PASSWORD);
			browser.press("sign-in.submit");
			browser.press("authorize.yes");
			browser.heading("back.title");
			String back = Objects.requireNonNull(browser.main().locator("a.govuk-button").getAttribute("href"));
			AuthenticationSuccessResponse response = AuthenticationResponseParser.parse(URI.create(back))
				.toSuccessResponse();
			assertThat(response.getState()).isEqualTo(this.state);
			assertThat(response.getIssuer()).isEqualTo(plaza.getIssuer());
			return response.getAuthorizationCode();
		}
	}

	private static OIDCTokenResponse tokens(OIDCProviderMetadata plaza, AuthorizationGrant grant) throws Exception {
		return (OIDCTokenResponse) OIDCTokenResponseParser
			.parse(new TokenRequest.Builder(plaza.getTokenEndpointURI(), APP, grant).build().toHTTPRequest().send())
			.toSuccessResponse();
	}

}
