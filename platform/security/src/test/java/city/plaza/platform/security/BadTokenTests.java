package city.plaza.platform.security;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class BadTokenTests {

	private static final JOSEObjectType TYP = new JOSEObjectType("at+jwt");

	@Autowired
	private WebTestClient http;

	@ParameterizedTest
	@MethodSource({ "badClaims", "badSignatures", "notEvenTokens" })
	void isRefused(String token) {
		this.http.get()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectHeader()
			.value(HttpHeaders.WWW_AUTHENTICATE, (value) -> assertThat(value).startsWith("Bearer"))
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("unauthenticated");
	}

	@Test
	void isTheOnlyThingWrongInTheseTests() throws JOSEException {
		assertStatus(TestTokens.with((claims) -> {
		}), 200);
		assertStatus(signed(new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYP), new ECDSASigner(TestTokens.key())),
				200);
		assertStatus(TestTokens.with((claims) -> claims.issueTime(in(-300)).expirationTime(in(-5))), 200);
		assertStatus(TestTokens.with((claims) -> claims.notBeforeTime(in(5))), 200);
	}

	private void assertStatus(String token, int status) {
		this.http.get()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.expectStatus()
			.isEqualTo(status);
	}

	static Stream<Named<String>> badClaims() {
		return Stream.of(claims("expired before it was issued", (claims) -> claims.expirationTime(in(-15))),
				claims("expired", (claims) -> claims.issueTime(in(-300)).expirationTime(in(-15))),
				claims("without an end", (claims) -> claims.expirationTime(null)),
				claims("of the future", (claims) -> claims.notBeforeTime(in(240))),
				claims("of another issuer", (claims) -> claims.issuer("https://plaza.example")),
				claims("of no issuer", (claims) -> claims.issuer(null)),
				claims("for another audience", (claims) -> claims.audience("plaza-web")),
				claims("for no audience", (claims) -> claims.audience((String) null)),
				claims("about nobody", (claims) -> claims.subject(null)),
				claims("about a name", (claims) -> claims.subject("robin")),
				claims("about a sloppy UUID", (claims) -> claims.subject("1-1-1-1-1")),
				claims("of no session", (claims) -> claims.claim("sid", null)),
				claims("of no session's id", (claims) -> claims.claim("sid", "browser")),
				claims("with one role as text", (claims) -> claims.claim("roles", "finance")),
				claims("with a role that is none", (claims) -> claims.claim("roles", List.of(Map.of("x", 1)))));
	}

	static Stream<Named<String>> badSignatures() throws JOSEException {
		ECKey key = TestTokens.key();
		ECKey other = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
		ECKey larger = new ECKeyGenerator(Curve.P_384).keyID(key.getKeyID()).generate();
		byte[] publicKey = key.toPublicJWK().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
		return Stream.of(Named.of("signed by nobody", new PlainJWT(good()).serialize()),
				Named.of("of a stranger", TestTokens.ofAStranger()),
				Named.of("of a stranger with a known key's name", signed(es256().keyID(key.getKeyID()), other)),
				Named.of("with the public key as HMAC secret",
						signed(new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYP).keyID(key.getKeyID()),
								new MACSigner(publicKey))),
				Named.of("ES384", signed(new JWSHeader.Builder(JWSAlgorithm.ES384).type(TYP), larger)),
				Named.of("with its own key in the header", signed(es256().jwk(other.toPublicJWK()), other)),
				Named.of("of another type",
						signed(new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT), key)),
				Named.of("of no type", signed(new JWSHeader.Builder(JWSAlgorithm.ES256), key)),
				Named.of("altered", altered(TestTokens.resident(UUID.randomUUID()))));
	}

	static Stream<Named<String>> notEvenTokens() {
		return Stream.of(Named.of("garbage", "garbage"), Named.of("three dots", "a.b.c"),
				Named.of("JSON", Map.of("a", "b").toString()), Named.of("empty parts", ".."),
				Named.of("long", "x".repeat(4000)));
	}

	private static Named<String> claims(String name, Consumer<JWTClaimsSet.Builder> change) {
		return Named.of(name, TestTokens.with(change));
	}

	private static JWSHeader.Builder es256() {
		return new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYP);
	}

	private static String signed(JWSHeader.Builder header, ECKey key) throws JOSEException {
		return signed(header, new ECDSASigner(key));
	}

	private static String signed(JWSHeader.Builder header, JWSSigner signer) throws JOSEException {
		SignedJWT token = new SignedJWT(header.build(), good());
		token.sign(signer);
		return token.serialize();
	}

	private static JWTClaimsSet good() {
		return new JWTClaimsSet.Builder().issuer("plaza")
			.audience("plaza-api")
			.subject(UUID.randomUUID().toString())
			.claim("sid", UUID.randomUUID().toString())
			.expirationTime(in(60))
			.build();
	}

	private static String altered(String token) {
		int middle = token.indexOf('.') + 20;
		char changed = (token.charAt(middle) == 'A') ? 'B' : 'A';
		return token.substring(0, middle) + changed + token.substring(middle + 1);
	}

	private static Date in(int seconds) {
		return Date.from(Instant.now().plusSeconds(seconds));
	}

}
