package city.plaza.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import city.plaza.platform.security.Seal;
import city.plaza.platform.testing.TestClock;
import city.plaza.platform.testing.TestEvent;
import city.plaza.platform.testing.TestEvents;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What the tests of this service do again and again. */
@Component
@Lazy
public final class IdentityFixture {

	public static final String VERIFICATION = "identity.verification";

	public static final String RESIDENTS = "identity.residents";

	public static final String PASSWORD = "nine quiet herons wade";

	public static final String WRONG_PASSWORD = "eight quiet herons wade";

	private final WebTestClient client;

	private final TestEvents events;

	private final Seal seal;

	private final TestClock clock;

	/** Where each registration came from. */
	private final Map<String, String> homes = new ConcurrentHashMap<>();

	IdentityFixture(WebTestClient client, TestEvents events, Seal seal, TestClock clock) {
		this.client = client;
		this.events = events;
		this.seal = seal;
		this.clock = clock;
	}

	/** Where somebody is at home: an address of the network that few others have. */
	public static String homeOf(String email) {
		int hash = email.toLowerCase(Locale.ROOT).hashCode();
		return "10.%d.%d.%d".formatted(hash >> 16 & 255, hash >> 8 & 255, hash & 255);
	}

	/** An address that no other test has. */
	public static String newEmail() {
		return "Pat." + UUID.randomUUID() + "@Example.org";
	}

	public TestClock clock() {
		return this.clock;
	}

	public ResponseSpec post(String path, Object body) {
		return post(path, body, "192.0.2.1");
	}

	/** Comes from an address, as the gateway tells it. */
	public ResponseSpec post(String path, Object body, String from) {
		return this.client.post()
			.uri(path)
			.header("X-Forwarded-For", from)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(JsonMapper.shared().writeValueAsString(body))
			.exchange();
	}

	public ResponseSpec postRaw(String path, String json) {
		return this.client.post().uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(json).exchange();
	}

	public ResponseSpec get(String path, String token) {
		return this.client.get().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
	}

	public ResponseSpec get(String path) {
		return this.client.get().uri(path).exchange();
	}

	/** A response of more bytes than a service takes into memory. */
	public ResponseSpec getLarge(String path) {
		return large().get().uri(path).exchange();
	}

	/** The same with a token. */
	public ResponseSpec getLarge(String path, String token) {
		return large().get().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
	}

	private WebTestClient large() {
		return this.client.mutate().codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(1024 * 1024)).build();
	}

	public ResponseSpec postForm(String path, Map<String, String> fields) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		fields.forEach(form::add);
		return this.client.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue(form)
			.exchange();
	}

	public ResponseSpec put(String path, Object body, String token, String from) {
		return this.client.put()
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.header("X-Forwarded-For", from)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(JsonMapper.shared().writeValueAsString(body))
			.exchange();
	}

	public ResponseSpec put(String path, String token, String json) {
		return this.client.put()
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(json)
			.exchange();
	}

	/** Without a body. */
	public ResponseSpec postAs(String path, String token) {
		return this.client.post().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
	}

	public ResponseSpec post(String path, Object body, String token, String from) {
		return this.client.post()
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.header("X-Forwarded-For", from)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(JsonMapper.shared().writeValueAsString(body))
			.exchange();
	}

	public ResponseSpec delete(String path, String token) {
		return this.client.delete().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
	}

	public ResponseSpec registering(String email, String password) {
		return registering(email, password, homeOf(email));
	}

	public ResponseSpec registering(String email, String password, String from) {
		return post("/api/v1/registrations",
				Map.of("email", email, "password", password, "givenName", " Pat ", "familyName", "Example"), from);
	}

	public String register(String email) {
		return register(email, homeOf(email));
	}

	public String register(String email, String from) {
		String registration = text(registering(email, PASSWORD, from).expectStatus().isAccepted(), "id");
		this.homes.put(registration, from);
		return registration;
	}

	/** With the header {@code Accept-Language}. */
	public String registerIn(String acceptLanguage, String email) {
		return text(
				this.client.post()
					.uri("/api/v1/registrations")
					.header("X-Forwarded-For", homeOf(email))
					.header(HttpHeaders.ACCEPT_LANGUAGE, acceptLanguage)
					.contentType(MediaType.APPLICATION_JSON)
					.bodyValue(JsonMapper.shared()
						.writeValueAsString(Map.of("email", email, "password", PASSWORD, "givenName", "Pat",
								"familyName", "Example")))
					.exchange()
					.expectStatus()
					.isAccepted(),
				"id");
	}

	public ResponseSpec confirming(String registration, String code) {
		return post("/api/v1/registrations/" + registration + "/confirmation", Map.of("code", code));
	}

	public ResponseSpec resending(String registration) {
		return post("/api/v1/registrations/" + registration + "/codes", Map.of(),
				this.homes.getOrDefault(registration, "192.0.2.1"));
	}

	/** The code mailed for a registration, as notification-service reads it. */
	public String codeOf(String registration) {
		return codesOf(registration, 1).getLast();
	}

	/** Waits for that many codes of a registration. */
	public List<String> codesOf(String registration, int count) {
		return mailsOf(registration, count).stream()
			.map(TestEvent::body)
			.map((mail) -> this.seal.open(mail.get("sealedCode").asString(), mail.get("verificationId").asString()))
			.toList();
	}

	/** Waits for that many mails of a registration, of whatever kind. */
	public List<TestEvent> mailsOf(String registration, int count) {
		return Awaitility.await("mails of " + registration)
			.until(() -> this.events.all(VERIFICATION)
				.stream()
				.filter((event) -> event.key().equals(registration))
				.toList(), (mails) -> mails.size() >= count);
	}

	/** Waits until the holder of an account is notified of a change. */
	public JsonNode securityChange(String account, String change) {
		return this.events.await("identity.security", "SecurityChanged",
				(body) -> body.path("accountId").asString().equals(account)
						&& body.path("change").asString().equals(change));
	}

	/** A code that is not the right one. */
	public static String wrong(String code) {
		return (code.startsWith("0") ? "1" : "0") + code.substring(1);
	}

	/** A resident with this address and {@link #PASSWORD}, signed in. */
	public Tokens resident(String email) {
		String registration = register(email);
		return tokens(confirming(registration, codeOf(registration)).expectStatus().isCreated());
	}

	public ResponseSpec signingIn(String email, String password) {
		return post("/api/v1/sessions", Map.of("email", email, "password", password), homeOf(email));
	}

	public Tokens signIn(String email) {
		return tokens(signingIn(email, PASSWORD).expectStatus().isCreated());
	}

	public String signInBrowser(String email) {
		return text(post("/internal/v1/browser-sessions", Map.of("email", email, "password", PASSWORD), homeOf(email))
			.expectStatus()
			.isCreated(), "sessionToken");
	}

	public ResponseSpec swapping(String sessionToken) {
		return post("/internal/v1/browser-sessions/token", Map.of("sessionToken", sessionToken));
	}

	public ResponseSpec refreshing(String refreshToken) {
		return post("/api/v1/sessions/refresh", Map.of("refreshToken", refreshToken));
	}

	/** Does it as often at once. */
	public static <T> List<T> atOnce(int times, IntFunction<T> what) {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<T>> running = IntStream.range(0, times)
				.mapToObj((number) -> threads.submit(() -> what.apply(number)))
				.toList();
			return running.stream().map((future) -> {
				try {
					return future.get();
				}
				catch (InterruptedException | ExecutionException ex) {
					throw new IllegalStateException(ex);
				}
			}).toList();
		}
	}

	public static int status(ResponseSpec response) {
		return response.expectBody().returnResult().getStatus().value();
	}

	/** The account of a token's holder. */
	public Me me(String token) {
		return body(get("/api/v1/me", token).expectStatus().isOk(), Me.class);
	}

	public static Tokens tokens(ResponseSpec response) {
		return body(response, Tokens.class);
	}

	public static <T> T body(ResponseSpec response, Class<T> type) {
		return Objects.requireNonNull(response.expectBody(type).returnResult().getResponseBody());
	}

	public static JsonNode json(ResponseSpec response) {
		byte[] body = response.expectBody().returnResult().getResponseBody();
		return JsonMapper.shared().readTree(Objects.requireNonNull(body));
	}

	public static String text(ResponseSpec response, String field) {
		return json(response).get(field).asString();
	}

	/** The code of a problem. */
	public static String problem(ResponseSpec response) {
		return text(response.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON), "code");
	}

	/** Whose account it is. */
	public record Me(UUID id, String email, String givenName, String familyName, List<String> roles,
			Instant registeredAt, @Nullable Instant lastSignInAt) {
	}

	/** What a browser is signed in with. */
	public record BrowserSession(String sessionToken, Instant expiresAt) {
	}

	/** What a browser's session is swapped for. */
	public record BrowserToken(String accessToken, long expiresIn) {
	}

	/** Why a request was refused. */
	public record Refusal(String code, String detail, List<FieldError> errors) {
	}

	/** What is wrong with one field. */
	public record FieldError(String field, String code, String message) {
	}

	/** What an app is signed in with. */
	public record Tokens(String accessToken, String tokenType, long expiresIn, String refreshToken,
			@Nullable String deviceToken) {
	}

}
