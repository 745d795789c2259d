package city.plaza.gateway;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/** A browser's cookie, exchanged for a token. */
class BrowserSessionTests extends GatewayTest {

	@Test
	void swapsTheCookieForATokenAndKeepsItInside() throws InterruptedException {
		identity
			.answers((request) -> new Upstream.Reply(200, Map.of(), "{\"accessToken\":\"jwt-1\",\"expiresIn\":300}"));
		this.browser.get()
			.uri("/account")
			.cookie("__Host-plaza", session("1"))
			.cookie("theme", "dark")
			.header(HttpHeaders.AUTHORIZATION, "Bearer forged")
			.exchange()
			.expectStatus()
			.isOk();
		Upstream.Request page = portal.taken();
		assertThat(page.header("Authorization")).containsExactly("Bearer jwt-1");
		assertThat(page.header("Cookie")).containsExactly("theme=dark");
		Upstream.Request swap = identity.taken();
		assertThat(swap.path()).isEqualTo("/internal/v1/browser-sessions/token");
		assertThat(swap.body()).isEqualTo("{\"sessionToken\":\"" + session("1") + "\"}");
	}

	@Test
	void asksOnceForThePartsOfAPageAndAgainAfterASignOut() {
		AtomicInteger swaps = new AtomicInteger();
		identity.answers((request) -> new Upstream.Reply(200, Map.of(),
				"{\"accessToken\":\"jwt-" + swaps.incrementAndGet() + "\",\"expiresIn\":300}"));
		page(session("2"));
		page(session("2"));
		assertThat(swaps).hasValueLessThanOrEqualTo(2);
		int before = swaps.get();
		portal.answers(
				(request) -> new Upstream.Reply(200, Map.of("Set-Cookie", "__Host-plaza=; Max-Age=0; Path=/"), "{}"));
		page(session("2"));
		portal.reset();
		page(session("2"));
		assertThat(swaps).hasValueGreaterThan(before);
	}

	@Test
	void anEndedSessionLosesItsCookieAndSeesThePublicPage() throws InterruptedException {
		identity.answers((request) -> new Upstream.Reply(401, Map.of(), "{\"code\":\"session-ended\"}"));
		HttpHeaders headers = this.browser.get()
			.uri("/account")
			.cookie("__Host-plaza", session("ended"))
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(String.class)
			.getResponseHeaders();
		assertThat(portal.taken().header("Authorization")).isEmpty();
		assertThat(headers.getFirst(HttpHeaders.SET_COOKIE)).startsWith("__Host-plaza=;")
			.contains("Max-Age=0", "Secure", "HttpOnly");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "42-characters-are-too-few-for-a-session-id",
			"44-characters-are-too-many-for-a-session-ids", "43-characters-but-one-of-them-is.none-of-us" })
	void aCookieThatCannotBeASessionIsTakenAwayAndNobodyIsAsked(String cookie) throws InterruptedException {
		HttpHeaders headers = this.browser.get()
			.uri("/account")
			.cookie("__Host-plaza", cookie)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(String.class)
			.getResponseHeaders();
		assertThat(headers.getFirst(HttpHeaders.SET_COOKIE)).startsWith("__Host-plaza=;").contains("Max-Age=0");
		Upstream.Request page = portal.taken();
		assertThat(page.header("Authorization")).isEmpty();
		assertThat(page.header("Cookie")).isEmpty();
		assertThat(identity.seen()).isZero();
	}

	@Test
	void aPageOfASessionIsNotShownAsAStrangersWhileIdentityIsAway() {
		identity.freeze();
		this.browser.get()
			.uri("/account")
			.cookie("__Host-plaza", session("3"))
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.TEXT_HTML)
			.expectHeader()
			.exists(HttpHeaders.RETRY_AFTER);
		assertThat(portal.seen()).isZero();
	}

	private void page(String session) {
		this.browser.get().uri("/account").cookie("__Host-plaza", session).exchange().expectStatus().isOk();
	}

}
