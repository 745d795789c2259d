package city.plaza.identity.social;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

import city.plaza.identity.IdentityFixture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** A browser that signs in by a provider, as the portal sends it. */
@Component
@Lazy
final class SocialFixture {

	private final IdentityFixture identity;

	private final StubProviders.All stubs;

	private final WebTestClient client;

	SocialFixture(IdentityFixture identity, StubProviders.All stubs, WebTestClient client) {
		this.client = client;
		this.identity = identity;
		this.stubs = stubs;
	}

	/** What a browser goes to its provider with. */
	record Started(String provider, URI address, String flow) {
	}

	/** What came of it. */
	record Result(String step, @Nullable String reason, boolean connecting, @Nullable Session session,
			@Nullable String ticket, @Nullable String then) {

		String endedBecause() {
			assertThat(this.step).as(toString()).isEqualTo("ended");
			return String.valueOf(this.reason);
		}

		String theTicket() {
			assertThat(this.step).as(toString()).isEqualTo("unknown");
			return Objects.requireNonNull(this.ticket);
		}

		String theSession() {
			assertThat(this.step).as(toString()).isEqualTo("signed-in");
			return Objects.requireNonNull(this.session).sessionToken();
		}

	}

	/** What a browser is signed in with. */
	record Session(String sessionToken, String deviceToken) {
	}

	/** The claims of somebody whose address the provider vouches for. */
	static Map<String, Object> proved(String subject, String email) {
		return Map.of("sub", subject, "email", email, "email_verified", true, "given_name", "Pat", "family_name",
				"Example");
	}

	StubProvider stub(String provider) {
		return switch (provider) {
			case "second" -> this.stubs.second();
			case "naming" -> this.stubs.naming();
			case "failing" -> this.stubs.failing();
			default -> this.stubs.first();
		};
	}

	Started start(String provider) {
		return start(provider, "/bills");
	}

	Started start(String provider, String then) {
		return started(provider,
				this.identity.post("/internal/v1/social-sign-ins", Map.of("provider", provider, "then", then)));
	}

	static Started started(String provider, ResponseSpec response) {
		JsonNode started = IdentityFixture.json(response.expectStatus().isOk());
		return new Started(provider, URI.create(started.get("address").asString()), started.get("flow").asString());
	}

	Result receive(Started started, StubProvider.Callback back) {
		return receive(Map.of("provider", started.provider(), "flow", started.flow(), "state", back.state(), "code",
				back.code()), null);
	}

	Result receive(Map<String, ?> request, @Nullable String token) {
		return IdentityFixture.body(postAs("/internal/v1/social-sign-ins/return", request, token).expectStatus().isOk(),
				Result.class);
	}

	/** From the button to what comes next. */
	Result comeBack(String provider, Map<String, ? extends @Nullable Object> claims) {
		Started started = start(provider);
		return receive(started, stub(provider).signIn(started.address(), claims));
	}

	ResponseSpec creating(String ticket) {
		return this.identity.post("/internal/v1/social-sign-ins/account",
				Map.of("ticket", ticket, "givenName", "Pat", "familyName", "Example"));
	}

	ResponseSpec joining(String ticket, String password, String from) {
		return this.identity.post("/internal/v1/social-sign-ins/join", Map.of("ticket", ticket, "password", password),
				from);
	}

	/** A resident without a password; the session's token. */
	String resident(String provider, String subject, String email) {
		String ticket = comeBack(provider, proved(subject, email)).theTicket();
		return IdentityFixture.text(creating(ticket).expectStatus().isCreated(), "sessionToken");
	}

	String accessTokenOf(String session) {
		return IdentityFixture.text(this.identity.swapping(session).expectStatus().isOk(), "accessToken");
	}

	JsonNode next(String ticket) {
		return IdentityFixture.json(this.identity.post("/internal/v1/social-sign-ins/ticket", Map.of("ticket", ticket))
			.expectStatus()
			.isOk());
	}

	/** With an access token, or without one. */
	ResponseSpec postAs(String path, Object body, @Nullable String token) {
		return this.client.post().uri(path).headers((headers) -> {
			if (token != null) {
				headers.setBearerAuth(token);
			}
		}).contentType(MediaType.APPLICATION_JSON).bodyValue(JsonMapper.shared().writeValueAsString(body)).exchange();
	}

	/** With the header {@code Accept-Language}. */
	ResponseSpec getIn(String language, String path) {
		return this.client.get().uri(path).header(HttpHeaders.ACCEPT_LANGUAGE, language).exchange();
	}

}
