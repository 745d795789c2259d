package city.plaza.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

// Only Linux gives each process the whole of 127.0.0.0/8 to come from.
@EnabledOnOs(OS.LINUX)
class LimitTests extends EdgeTest {

	private static final String LINK = "/api/v1/customer-links";

	@Test
	void refusesWhatOneClientDoesTooOftenAndServesTheOthers() throws Exception {
		for (int i = 0; i < 3; i++) {
			assertThat(post("127.0.2.1", LINK, "")).startsWith("HTTP/1.1 200");
		}
		assertThat(post("127.0.2.1", LINK, "")).startsWith("HTTP/1.1 429")
			.contains("Retry-After: ", "application/problem+json", "\"code\":\"too-many-requests\"");
		assertThat(links.seen()).isEqualTo(3);
		assertThat(post("127.0.2.2", LINK, "")).startsWith("HTTP/1.1 200");
		assertThat(get("127.0.2.1", LINK, "")).startsWith("HTTP/1.1 200");
	}

	@Test
	void aFormOfThePortalCountsAsTheSameActAndIsRefusedWithAPage() throws Exception {
		post("127.0.2.3", LINK, "");
		post("127.0.2.3", "/linked-accounts/new", "");
		post("127.0.2.3", "/linked-accounts/new", "");
		assertThat(post("127.0.2.3", "/linked-accounts/new", "")).startsWith("HTTP/1.1 429")
			.contains("Retry-After: ", "text/html", "Wait a minute");
		assertThat(post("127.0.2.3", "/linked-accounts/new", "Accept-Language: es\r\n")).contains("Espere un minuto");
		assertThat(portal.seen()).isEqualTo(2);
	}

	@Test
	void clientsBehindANamedProxyAreCountedApartAndAnIpv6NetworkAsOne() throws Exception {
		for (int i = 0; i < 3; i++) {
			assertThat(post(Nginx.INNER, LINK, "X-Forwarded-For: 2001:db8:1:2::" + (i + 1) + "\r\n"))
				.startsWith("HTTP/1.1 200");
		}
		assertThat(post(Nginx.INNER, LINK, "X-Forwarded-For: 2001:db8:1:2::9\r\n")).startsWith("HTTP/1.1 429");
		assertThat(post(Nginx.INNER, LINK, "X-Forwarded-For: 2001:db8:9:2::9\r\n")).startsWith("HTTP/1.1 200");
	}

	@Test
	void writingAnotherAddressInAHeaderGainsNothing() throws Exception {
		List<String> statuses = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			statuses.add(post("127.0.2.4", LINK, "X-Forwarded-For: 203.0.113." + i + "\r\n").substring(9, 12));
		}
		assertThat(statuses).containsExactly("200", "200", "200", "429", "429");
	}

	@Test
	void guessedSessionsAreBoundedAndThoseWhoHaveOneStayServed() throws Exception {
		String good = session("good");
		identity.answers((request) -> request.body().contains(good)
				? new Upstream.Reply(200, Map.of(), "{\"accessToken\":\"jwt\",\"expiresIn\":300}")
				: new Upstream.Reply(401, Map.of(), "{}"));
		assertThat(get("127.0.2.5", "/account", cookie(good))).startsWith("HTTP/1.1 200");
		int refused = 0;
		for (int i = 0; i < 60; i++) {
			refused += get("127.0.2.5", "/account", cookie(session("guess" + i))).startsWith("HTTP/1.1 429") ? 1 : 0;
		}
		assertThat(refused).isBetween(39, 40);
		assertThat(identity.seen()).isBetween(21, 22);
		assertThat(get("127.0.2.5", "/account", cookie(good))).startsWith("HTTP/1.1 200");
		assertThat(get("127.0.2.5", "/account", "")).startsWith("HTTP/1.1 200");
		assertThat(get("127.0.2.6", "/account", cookie(session("other")))).startsWith("HTTP/1.1 200");
	}

	@Test
	void aSessionThatHasJustBegunIsNoGuess() throws Exception {
		String begun = session("begun");
		identity.answers((request) -> request.body().contains(begun)
				? new Upstream.Reply(200, Map.of(), "{\"accessToken\":\"jwt\",\"expiresIn\":300}")
				: new Upstream.Reply(401, Map.of(), "{}"));
		for (int i = 0; i < 25; i++) {
			get("127.0.2.7", "/account", cookie(session("wrong" + i)));
		}
		portal.answers((request) -> new Upstream.Reply(200,
				Map.of("Set-Cookie", "__Host-plaza=" + begun + "; Path=/; Secure; HttpOnly"), "{}"));
		assertThat(post("127.0.2.7", "/sign-in", "")).startsWith("HTTP/1.1 200");
		portal.reset();
		assertThat(get("127.0.2.7", "/account", cookie(begun))).startsWith("HTTP/1.1 200");
		assertThat(portal.taken().header("Authorization")).containsExactly("Bearer jwt");
	}

	private static String session(String name) {
		return name + "-".repeat(43 - name.length());
	}

	private static String cookie(String session) {
		return "Cookie: __Host-plaza=" + session + "\r\n";
	}

	private String get(String from, String path, String headers) throws IOException {
		return RawClient.get(from, "127.0.0.1", this.port, path, headers);
	}

	private String post(String from, String path, String headers) throws IOException {
		try (RawClient client = new RawClient(from, "127.0.0.1", this.port)) {
			client.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n"
					+ headers + "\r\n");
			return client.rest();
		}
	}

}
