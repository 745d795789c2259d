package city.plaza.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/**
 * Access tokens as identity-service issues them, signed by a key of this JVM whose public
 * half {@link PlazaTest} gives to the service under test, by HTTP as in production.
 */
public final class TestTokens {

	private static final ECKey KEY = newKey();

	private static final HttpServer JWKS = serve();

	private TestTokens() {
	}

	/**
	 * A token of a resident named Robin Example.
	 * @param id of the resident
	 * @return the value after "Bearer "
	 */
	public static String resident(UUID id) {
		return resident(id, "Robin", "Example");
	}

	/**
	 * A token of a resident.
	 * @param id of the resident
	 * @param givenName of the resident
	 * @param familyName of the resident
	 * @return the value after "Bearer "
	 */
	public static String resident(UUID id, String givenName, String familyName) {
		return with((claims) -> claims.subject(id.toString())
			.claim("given_name", givenName)
			.claim("family_name", familyName), KEY);
	}

	/**
	 * A token of a member of staff.
	 * @param roles such as {@code finance}
	 * @return the value after "Bearer "
	 */
	public static String staff(String... roles) {
		return with((claims) -> claims.claim("roles", List.of(roles)), KEY);
	}

	/**
	 * A token with any claims, to see what is refused.
	 * @param change of the claims of a good token; null as a value removes a claim
	 * @return the value after "Bearer "
	 */
	public static String with(Consumer<JWTClaimsSet.Builder> change) {
		return with(change, KEY);
	}

	/**
	 * A good token but for its key, which no service knows.
	 * @return the value after "Bearer "
	 */
	public static String ofAStranger() {
		return with((claims) -> {
		}, newKey());
	}

	/**
	 * A good token but for its time: it ended an hour ago.
	 * @return the value after "Bearer "
	 */
	public static String expired() {
		Instant then = Instant.now().minusSeconds(3_600);
		return with((claims) -> claims.issueTime(Date.from(then.minusSeconds(300))).expirationTime(Date.from(then)));
	}

	/**
	 * Where the public key is served.
	 * @return the address of a JWKS
	 */
	public static String jwkSetUri() {
		return "http://localhost:" + JWKS.getAddress().getPort() + "/.well-known/jwks.json";
	}

	/**
	 * The key that signs, for tests of what may not be accepted.
	 * @return both halves
	 */
	public static ECKey key() {
		return KEY;
	}

	private static String with(Consumer<JWTClaimsSet.Builder> change, ECKey key) {
		Instant now = Instant.now();
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer("plaza")
			.audience("plaza-api")
			.subject(UUID.randomUUID().toString())
			.claim("sid", UUID.randomUUID().toString())
			.claim("given_name", "Robin")
			.claim("family_name", "Example")
			.claim("roles", List.of())
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(300)));
		change.accept(claims);
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("at+jwt"))
			.keyID(key.getKeyID())
			.build();
		SignedJWT token = new SignedJWT(header, claims.build());
		try {
			token.sign(new ECDSASigner(key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("A test token cannot be signed", ex);
		}
		return token.serialize();
	}

	private static ECKey newKey() {
		try {
			return new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.ES256)
				.keyID(UUID.randomUUID().toString())
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("A key for test tokens cannot be made", ex);
		}
	}

	private static HttpServer serve() {
		byte[] keys = new JWKSet(KEY).toString(true).getBytes(StandardCharsets.UTF_8);
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", (exchange) -> {
				exchange.getResponseHeaders().set("Content-Type", "application/json");
				exchange.sendResponseHeaders(200, keys.length);
				exchange.getResponseBody().write(keys);
				exchange.close();
			});
			server.start();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The keys of test tokens cannot be served", ex);
		}
	}

}
