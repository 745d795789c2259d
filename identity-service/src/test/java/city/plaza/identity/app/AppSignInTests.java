package city.plaza.identity.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.testing.PlazaTest;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class AppSignInTests {

	private static final String VERIFIER = "a-verifier-of-43-to-128-characters-as-rfc-7636-asks";

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	private String browser = "";

	private String account = "";

	@BeforeEach
	void signInToTheBrowser() {
		this.account = this.fixture.me(this.fixture.resident(this.email).accessToken()).id().toString();
		this.browser = IdentityFixture.text(this.fixture.swapping(this.fixture.signInBrowser(this.email)),
				"accessToken");
	}

	@Test
	void describesWhereAnAppFindsAllOfIt() throws Exception {
		JsonNode document = IdentityFixture
			.json(this.fixture.get("/.well-known/openid-configuration").expectStatus().isOk());
		String issuer = document.path("issuer").asString();
		assertThat(document.path("authorization_endpoint").asString()).isEqualTo(issuer + "/oauth2/authorize");
		assertThat(document.path("token_endpoint").asString()).isEqualTo(issuer + "/oauth2/token");
		assertThat(document.path("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
		assertThat(document.path("request_uri_parameter_supported").asBoolean(true)).isFalse();
		assertThat(JWKSet.parse(IdentityFixture.json(this.fixture.get("/oauth2/jwks")).toString()).getKeys())
			.allMatch((key) -> !key.isPrivate());
	}

	@Test
	void signsAnAppIn() throws Exception {
		JsonNode tokens = IdentityFixture.json(exchanging(code(), VERIFIER).expectStatus().isOk());
		assertThat(this.fixture.me(tokens.path("access_token").asString()).id()).hasToString(this.account);
		SignedJWT id = SignedJWT.parse(tokens.path("id_token").asString());
		assertThat(id
			.verify(new ECDSAVerifier(JWKSet.parse(IdentityFixture.json(this.fixture.get("/oauth2/jwks")).toString())
				.getKeyByKeyId(id.getHeader().getKeyID())
				.toECKey())))
			.isTrue();
		assertThat(id.getJWTClaimsSet().getSubject()).isEqualTo(this.account);
		assertThat(id.getJWTClaimsSet().getAudience()).containsExactly("plaza-app");
		assertThat(id.getJWTClaimsSet().getStringClaim("nonce")).isEqualTo("n1");
		this.fixture.get("/api/v1/me", tokens.path("id_token").asString()).expectStatus().isUnauthorized();
		JsonNode next = IdentityFixture
			.json(form("/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token",
					tokens.path("refresh_token").asString(), "client_id", "plaza-app"))
				.expectStatus()
				.isOk());
		assertThat(next.path("refresh_token").asString()).isNotEqualTo(tokens.path("refresh_token").asString());
		form("/oauth2/revoke", Map.of("token", next.path("refresh_token").asString(), "client_id", "plaza-app"))
			.expectStatus()
			.isOk();
		this.fixture.get("/api/v1/me", next.path("access_token").asString()).expectStatus().isUnauthorized();
	}

	@Test
	void takesACodeOnceAndEndsTheSessionAtASecondUse() {
		String code = code();
		String access = IdentityFixture.text(exchanging(code, VERIFIER).expectStatus().isOk(), "access_token");
		assertThat(error(exchanging(code, VERIFIER))).isEqualTo("invalid_grant");
		this.fixture.get("/api/v1/me", access).expectStatus().isUnauthorized();
	}

	@Test
	void opensOneSessionHoweverManySendTheCodeAtOnce() {
		String code = code();
		List<Integer> statuses = IdentityFixture.atOnce(10,
				(number) -> IdentityFixture.status(exchanging(code, VERIFIER)));
		assertThat(statuses).filteredOn((status) -> status == 200).hasSize(1);
		assertThat(statuses).filteredOn((status) -> status == 400).hasSize(9);
	}

	@Test
	void takesNoCodeWithoutItsProofEvenIfItComesNext() {
		String code = code();
		assertThat(error(exchanging(code, VERIFIER.replace("43", "44")))).isEqualTo("invalid_grant");
		assertThat(error(exchanging(code, VERIFIER))).isEqualTo("invalid_grant");
	}

	@Test
	void takesNoCodeOfABrowserThatWasSignedOut() {
		String code = code();
		this.fixture.delete("/api/v1/me/sessions", this.browser).expectStatus().isNoContent();
		assertThat(error(exchanging(code, VERIFIER))).isEqualTo("invalid_grant");
	}

	@Test
	void takesNoCodeThatIsOld() {
		String code = code();
		this.fixture.clock().pass(Duration.ofSeconds(60));
		assertThat(error(exchanging(code, VERIFIER))).isEqualTo("invalid_grant");
	}

	@ParameterizedTest
	@CsvSource({ "client_id, other, invalid_client", "client_id, '', invalid_request",
			"redirect_uri, plaza://elsewhere, invalid_grant", "redirect_uri, '', invalid_grant",
			"code_verifier, '', invalid_grant", "code_verifier, short, invalid_request", "code, guess, invalid_grant",
			"code, '', invalid_request", "grant_type, password, unsupported_grant_type",
			"grant_type, client_credentials, invalid_client" })
	void refusesWhatIsNotAsItWasGivenOut(String name, String value, String error) {
		Map<String, String> parameters = new HashMap<>(exchange(code(), VERIFIER));
		parameters.put(name, value);
		parameters.values().removeIf(String::isEmpty);
		assertThat(error(form("/oauth2/token", parameters))).isIn(error, "invalid_request", "invalid_grant");
	}

	@Test
	void sendsTheBrowserBackWhereTheResidentSaysNo() {
		assertThat(address(true)).startsWith("plaza://signed-in?error=access_denied");
		this.fixture.post("/internal/v1/authorizations", Map.of("query", query())).expectStatus().isUnauthorized();
		assertThat(IdentityFixture.text(
				this.fixture.post("/internal/v1/authorizations/check", Map.of("query", query())).expectStatus().isOk(),
				"app"))
			.isEqualTo("Plaza");
		assertThat(IdentityFixture
			.problem(this.fixture.post("/internal/v1/authorizations/check", Map.of("query", "client_id=x"))))
			.isEqualTo("unknown-app");
	}

	private String code() {
		return String
			.valueOf(UriComponentsBuilder.fromUriString(address(false)).build().getQueryParams().getFirst("code"));
	}

	private String address(boolean denied) {
		return IdentityFixture.text(
				this.fixture
					.post("/internal/v1/authorizations", Map.of("query", query(), "denied", denied), this.browser,
							IdentityFixture.homeOf(this.email))
					.expectStatus()
					.isOk(),
				"address");
	}

	private ResponseSpec exchanging(String code, String verifier) {
		return form("/oauth2/token", exchange(code, verifier));
	}

	private static Map<String, String> exchange(String code, String verifier) {
		return Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", "plaza://signed-in",
				"client_id", "plaza-app", "code_verifier", verifier);
	}

	private ResponseSpec form(String path, Map<String, String> parameters) {
		return this.fixture.postForm(path, parameters);
	}

	private static String error(ResponseSpec response) {
		return IdentityFixture.text(response.expectStatus().is4xxClientError(), "error");
	}

	private static String query() {
		return "response_type=code&client_id=plaza-app&redirect_uri=plaza%3A%2F%2Fsigned-in&code_challenge="
				+ challenge() + "&code_challenge_method=S256&state=s1&scope=openid&nonce=n1";
	}

	private static String challenge() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
