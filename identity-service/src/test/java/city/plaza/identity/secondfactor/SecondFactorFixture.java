package city.plaza.identity.secondfactor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.IdentityFixture.Tokens;
import city.plaza.identity.secondfactor.totp.TestApp;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What tests of second factors do again and again. */
@Component
@Lazy
public final class SecondFactorFixture {

	static final String FACTORS = "/api/v1/me/second-factor";

	static final String COMPLETE = "/api/v1/sessions/second-factor";

	static final String COMPLETE_BROWSER = "/internal/v1/browser-sessions/second-factor";

	private final IdentityFixture identity;

	private final WebTestClient client;

	SecondFactorFixture(IdentityFixture identity, WebTestClient client) {
		this.identity = identity;
		this.client = client;
	}

	/**
	 * A resident with an authenticator app.
	 *
	 * @param tokens of the session in which it was added
	 */
	record Resident(String email, Tokens tokens, TestApp app, List<String> recoveryCodes) {
	}

	Resident resident() {
		String email = IdentityFixture.newEmail();
		Tokens tokens = this.identity.resident(email);
		return withApp(email, tokens);
	}

	/** Adds one; its code of now is used. */
	Resident withApp(String email, Tokens tokens) {
		TestApp app = begin(tokens.accessToken());
		JsonNode added = IdentityFixture.json(confirming(tokens.accessToken(), app.code()).expectStatus().isOk());
		List<String> codes = new ArrayList<>();
		added.get("recoveryCodes").forEach((code) -> codes.add(code.asString()));
		return new Resident(email, tokens, app, codes);
	}

	TestApp begin(String token) {
		JsonNode setup = IdentityFixture
			.json(posting(FACTORS + "/authenticator", token, Map.of()).expectStatus().isOk());
		return new TestApp(setup.get("key").asString(), this.identity.clock());
	}

	ResponseSpec confirming(String token, String code) {
		return posting(FACTORS + "/authenticator/confirmation", token, Map.of("code", code));
	}

	ResponseSpec posting(String path, String token, Object body) {
		return this.client.post()
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange();
	}

	/** The token of a sign-in whose password was right. */
	String pending(String email) {
		return IdentityFixture
			.text(this.identity.signingIn(email, IdentityFixture.PASSWORD).expectStatus().isAccepted(), "pendingToken");
	}

	String pendingInBrowser(String email) {
		return IdentityFixture.text(
				this.identity
					.post("/internal/v1/browser-sessions", Map.of("email", email, "password", IdentityFixture.PASSWORD),
							IdentityFixture.homeOf(email))
					.expectStatus()
					.isAccepted(),
				"pendingToken");
	}

	ResponseSpec completing(String pending, String totpCode) {
		return completing(Map.of("pendingToken", pending, "totpCode", totpCode));
	}

	ResponseSpec completing(Map<String, Object> request) {
		return this.identity.post(COMPLETE, request);
	}

	ResponseSpec recovering(String pending, String code) {
		return completing(Map.of("pendingToken", pending, "recoveryCode", code));
	}

	/** Signs in with both, and has the device remembered. */
	Tokens signInAndRemember(Resident resident) {
		Map<String, Object> request = new HashMap<>(Map.of("pendingToken", pending(resident.email()), "totpCode",
				resident.app().code(), "rememberDevice", true));
		return IdentityFixture.tokens(completing(request).expectStatus().isCreated());
	}

}
