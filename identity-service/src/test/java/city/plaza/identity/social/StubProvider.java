package city.plaza.identity.social;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import city.plaza.platform.security.RandomToken;
import city.plaza.platform.testing.StubServer;
import city.plaza.platform.testing.StubServer.Responder;
import city.plaza.platform.testing.StubServer.Response;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * A provider on a port of its own that does as a test says: right, or wrong in one way.
 * It holds a client to its part, too: secret, redirect address, PKCE, a code used once.
 */
final class StubProvider {

	static final String CLIENT = "plaza-client";

	static final String SECRET = "a secret of the provider's";

	private final Map<String, Grant> grants = new ConcurrentHashMap<>();

	private final RSAKey key;

	private final RSAKey foreignKey;

	private final StubServer server;

	private final Clock clock;

	private final boolean namesIssuer;

	/** Instead of what it would respond at its token address. */
	private final AtomicReference<@Nullable Responder> instead = new AtomicReference<>();

	StubProvider(Clock clock, boolean namesIssuer) {
		this.clock = clock;
		this.namesIssuer = namesIssuer;
		this.key = key("first");
		this.foreignKey = key("first");
		this.server = new StubServer(this::respond);
	}

	/** How a token is signed. */
	enum Signed {

		RIGHT, BY_ANOTHER_KEY, NOT_AT_ALL, WITH_THE_PUBLIC_KEY_AS_SECRET

	}

	/** What a browser brings back. */
	record Callback(String code, String state) {
	}

	private record Grant(Map<String, String> request, Map<String, @Nullable Object> claims, Signed signed) {
	}

	String issuer() {
		return "http://127.0.0.1:" + this.server.port();
	}

	/** What it was asked at its token address. */
	List<StubServer.Request> redeemed() {
		return this.server.requests().stream().filter((request) -> request.path().equals("/token")).toList();
	}

	void instead(@Nullable Responder responder) {
		this.instead.set(responder);
	}

	/** The person signs in there: with these claims, changed against the usual ones. */
	Callback signIn(URI address, Map<String, ? extends @Nullable Object> claims, Signed signed) {
		Map<String, String> request = UriComponentsBuilder.fromUri(address).build().getQueryParams().toSingleValueMap();
		String code = UUID.randomUUID().toString();
		Map<String, @Nullable Object> all = new HashMap<>(Map.of("iss", issuer(), "aud", CLIENT, "sub",
				"subject-" + code, "nonce", decoded(request, "nonce"), "iat", now(0), "exp", now(300)));
		all.putAll(claims);
		this.grants.put(code, new Grant(request, all, signed));
		return new Callback(code, decoded(request, "state"));
	}

	Callback signIn(URI address, Map<String, ? extends @Nullable Object> claims) {
		return signIn(address, claims, Signed.RIGHT);
	}

	long now(long seconds) {
		return this.clock.instant().getEpochSecond() + seconds;
	}

	private @Nullable Response respond(StubServer.Request request) throws IOException, InterruptedException {
		return switch (request.path()) {
			case "/.well-known/openid-configuration" -> Response.json(200, metadata());
			case "/jwks" -> Response.json(200, new JWKSet(this.key.toPublicJWK()).toString());
			case "/token" -> {
				Responder other = this.instead.get();
				yield (other != null) ? other.respondTo(request) : token(request);
			}
			default -> Response.of(404);
		};
	}

	private String metadata() {
		return """
				{"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
				"jwks_uri":"%1$s/jwks","response_types_supported":["code"],"subject_types_supported":["public"],
				"id_token_signing_alg_values_supported":["RS256"],
				"authorization_response_iss_parameter_supported":%2$s}""".formatted(issuer(), this.namesIssuer);
	}

	private Response token(StubServer.Request request) {
		Map<String, String> form = form(request.body());
		Grant grant = this.grants.remove(String.valueOf(form.get("code")));
		boolean fits = grant != null && request.header("Authorization").equals(basic())
				&& challenge(String.valueOf(form.get("code_verifier"))).equals(grant.request().get("code_challenge"))
				&& "S256".equals(grant.request().get("code_challenge_method"))
				&& decoded(grant.request(), "redirect_uri").equals(form.get("redirect_uri"));
		if (grant == null || !fits) {
			return Response.json(400, "{\"error\":\"invalid_grant\"}");
		}
		return Response.json(200, "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\""
				+ signed(grant) + "\"}");
	}

	private String signed(Grant grant) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
		grant.claims().forEach((name, value) -> {
			boolean time = Set.of("iat", "exp").contains(name) && value != null;
			claims.claim(name, time ? new Date((long) value * 1000) : value);
		});
		try {
			JWSHeader rsa = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build();
			return switch (grant.signed()) {
				case RIGHT -> signed(new SignedJWT(rsa, claims.build()), new RSASSASigner(this.key));
				case BY_ANOTHER_KEY -> signed(new SignedJWT(rsa, claims.build()), new RSASSASigner(this.foreignKey));
				case NOT_AT_ALL -> new PlainJWT(claims.build()).serialize();
				case WITH_THE_PUBLIC_KEY_AS_SECRET -> signed(
						new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims.build()),
						new MACSigner(this.key.toRSAPublicKey().getEncoded()));
			};
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String signed(SignedJWT token, JWSSigner signer) throws JOSEException {
		token.sign(signer);
		return token.serialize();
	}

	private static String basic() {
		String both = CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
		return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
	}

	private static String challenge(String verifier) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(RandomToken.digest(verifier));
	}

	private static Map<String, String> form(String body) {
		Map<String, String> form = new HashMap<>();
		for (String pair : body.split("&")) {
			String[] parts = pair.split("=", 2);
			form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
		}
		return form;
	}

	private static String decoded(Map<String, String> query, String name) {
		return URLDecoder.decode(String.valueOf(query.get(name)), StandardCharsets.UTF_8);
	}

	private static RSAKey key(String id) {
		try {
			return new RSAKeyGenerator(2048).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
