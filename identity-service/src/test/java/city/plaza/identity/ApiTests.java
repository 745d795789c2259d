package city.plaza.identity;

import java.util.Map;

import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class ApiTests {

	@Autowired
	private IdentityFixture fixture;

	@Test
	void describesItself() {
		JsonNode api = IdentityFixture.json(this.fixture.getLarge("/v3/api-docs").expectStatus().isOk());
		assertThat(api.get("info").get("title").asString()).isEqualTo("Identity");
		assertThat(api.get("paths").propertyNames()).containsExactlyInAnyOrder("/api/v1/registrations",
				"/api/v1/registrations/{id}/codes", "/api/v1/registrations/{id}/confirmation", "/api/v1/sessions",
				"/api/v1/sessions/refresh", "/api/v1/sessions/current", "/api/v1/me", "/api/v1/residents/lookup",
				"/api/v1/me/registration", "/api/v1/me/registration/drafts/{step}", "/api/v1/me/acknowledgment",
				"/api/v1/me/contact", "/api/v1/me/address", "/api/v1/me/signature", "/api/v1/sessions/second-factor",
				"/api/v1/sessions/second-factor/authenticator", "/api/v1/sessions/second-factor/passkey/options",
				"/api/v1/sessions/second-factor/passkeys/options", "/api/v1/sessions/passkey",
				"/api/v1/sessions/passkey/options", "/api/v1/sessions/current/proof",
				"/api/v1/sessions/current/proof/passkey", "/api/v1/sessions/current/proof/passkey/options",
				"/api/v1/me/second-factor", "/api/v1/me/second-factor/authenticator",
				"/api/v1/me/second-factor/authenticator/confirmation", "/api/v1/me/second-factor/recovery-codes",
				"/api/v1/me/second-factor/passkeys", "/api/v1/me/second-factor/passkeys/options",
				"/api/v1/me/second-factor/passkeys/{id}", "/api/v1/staff/audit-entries", "/api/v1/staff/people",
				"/api/v1/staff/people/{id}", "/api/v1/staff/people/{id}/roles", "/api/v1/staff/people/{id}/suspension",
				"/api/v1/staff/invitations", "/api/v1/staff/invitations/{id}", "/api/v1/staff/invitations/acceptance",
				"/api/v1/me/sign-in-methods", "/api/v1/me/sign-in-methods/{id}/removal", "/api/v1/password-resets",
				"/api/v1/password-resets/{id}/codes", "/api/v1/password-resets/{id}/completion", "/api/v1/me/password",
				"/api/v1/me/name", "/api/v1/me/sessions", "/api/v1/me/sessions/{id}", "/api/v1/me/sessions/{id}/report",
				"/api/v1/me/deletion", "/api/v1/me/data-copies", "/api/v1/me/email-changes",
				"/api/v1/me/email-changes/{id}/codes", "/api/v1/me/email-changes/{id}/confirmation",
				"/api/v1/email-change-undos", "/api/v1/registrations/legacy", "/api/v1/legacy-residents/imports",
				"/api/v1/legacy-residents/searches", "/api/v1/legacy-residents/{id}/hints");
		JsonNode request = api.get("components").get("schemas").get("RegistrationRequest").get("properties");
		assertThat(request.get("password").get("type").asString()).isEqualTo("string");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/residents", "/internal/v1/sessions", "/actuator/env", "/" })
	void knowsNothingElse(String path) {
		this.fixture.get(path).expectStatus().isNotFound();
	}

	@Test
	void namesTheMethodOfAnAddress() {
		this.fixture.get("/api/v1/registrations")
			.expectStatus()
			.isEqualTo(405)
			.expectHeader()
			.valueEquals("Allow", "POST,OPTIONS");
	}

	@Test
	void neverLetsAResponseWithTokensBeCached() {
		String email = IdentityFixture.newEmail();
		this.fixture.resident(email);
		this.fixture.signingIn(email, IdentityFixture.PASSWORD)
			.expectHeader()
			.value("Cache-Control", (value) -> assertThat(value).contains("no-store"));
		this.fixture.post("/internal/v1/browser-sessions", Map.of("email", email, "password", IdentityFixture.PASSWORD))
			.expectHeader()
			.value("Cache-Control", (value) -> assertThat(value).contains("no-store"));
	}

}
