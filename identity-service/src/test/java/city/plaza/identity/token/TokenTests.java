package city.plaza.identity.token;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class TokenTests {

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private KeyRings rings;

	@Autowired
	private SigningKeys keys;

	@Autowired
	private Transactions transactions;

	@Test
	void publishesKeysWithoutTheirPrivatePart() {
		JsonNode jwks = IdentityFixture.json(this.fixture.get("/.well-known/jwks.json").expectStatus().isOk());
		assertThat(jwks.get("keys")).isNotEmpty()
			.allSatisfy((key) -> assertThat(key.propertyNames()).containsExactlyInAnyOrder("kty", "crv", "kid", "x",
					"y", "use", "alg"));
	}

	@Test
	void issuesTokensThatItsKeysVerifyWithTheAgreedClaims() throws Exception {
		IdentityFixture.Tokens tokens = this.fixture.resident(this.email);
		SignedJWT token = SignedJWT.parse(tokens.accessToken());
		JWKSet published = JWKSet.parse(IdentityFixture.json(this.fixture.get("/.well-known/jwks.json")).toString());
		assertThat(token.verify(new ECDSAVerifier(published.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
			.isTrue();
		assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
		assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
		JWTClaimsSet claims = token.getJWTClaimsSet();
		assertThat(claims.getIssuer()).isEqualTo("plaza");
		assertThat(claims.getAudience()).containsExactly("plaza-api");
		assertThat(UUID.fromString(claims.getSubject())).isNotNull();
		assertThat(UUID.fromString(claims.getStringClaim("sid"))).isNotNull();
		assertThat(claims.getStringClaim("given_name")).isEqualTo("Pat");
		assertThat(claims.getStringClaim("family_name")).isEqualTo("Example");
		assertThat(claims.getStringListClaim("roles")).isEmpty();
		assertThat(Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
			.isEqualTo(Duration.ofSeconds(tokens.expiresIn()))
			.isLessThanOrEqualTo(Duration.ofMinutes(5));
	}

	@Test
	void refusesTokensOfAnyOtherMake() throws Exception {
		String good = this.fixture.resident(this.email).accessToken();
		assertRefused(good.substring(0, good.lastIndexOf('.') + 1));
		assertRefused(new PlainJWT(SignedJWT.parse(good).getJWTClaimsSet()).serialize());
		assertRefused(TestTokens.resident(UUID.randomUUID()));
		assertRefused(signed(good, "JWT", (claims) -> {
		}));
		assertRefused(signed(good, "at+jwt", (claims) -> claims.issuer("somebody")));
		assertRefused(signed(good, "at+jwt", (claims) -> claims.audience("something")));
		assertRefused(signed(good, "at+jwt", (claims) -> claims.expirationTime(null)));
		assertRefused(signed(good, "at+jwt",
				(claims) -> claims.expirationTime(Date.from(this.fixture.clock().instant().minusSeconds(60)))));
		assertRefused(signed(good, "at+jwt", (claims) -> claims.claim("sid", UUID.randomUUID().toString())));
		assertRefused(signed(good, "at+jwt", (claims) -> claims.claim("sid", null)));
		assertRefused(macOfThePublicKey(good));
		this.fixture.get("/api/v1/me", signed(good, "at+jwt", (claims) -> {
		})).expectStatus().isOk();
		this.fixture.get("/api/v1/me").expectStatus().isUnauthorized();
	}

	@Test
	void makesOneKeyHoweverManyInstancesNeedIt() {
		int before = Objects.requireNonNull(this.keys.all().block()).getLast().generation();
		this.fixture.clock().pass(Duration.ofDays(2));
		TokenSettings settings = new TokenSettings(Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofMinutes(1));
		List<SigningKey> newest = Flux.range(0, 8)
			.flatMap((instance) -> new KeyRings(this.keys, settings, this.transactions, this.fixture.clock()).read(), 8)
			.map(KeyRing::newest)
			.collectList()
			.block();
		assertThat(newest).hasSize(8).extracting(SigningKey::generation).containsOnly(before + 1);
		assertThat(newest).extracting((key) -> key.key().getKeyID()).containsOnly(newest.getFirst().key().getKeyID());
		String token = this.fixture.resident(this.email).accessToken();
		this.fixture.get("/api/v1/me", token).expectStatus().isOk();
	}

	private void assertRefused(String token) {
		this.fixture.get("/api/v1/me", token).expectStatus().isUnauthorized();
	}

	private String signed(String like, String type, Consumer<JWTClaimsSet.Builder> change)
			throws JOSEException, ParseException {
		ECKey key = key();
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder(SignedJWT.parse(like).getJWTClaimsSet());
		change.accept(claims);
		SignedJWT token = new SignedJWT(
				new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(type)).keyID(key.getKeyID()).build(),
				claims.build());
		token.sign(new ECDSASigner(key));
		return token.serialize();
	}

	private String macOfThePublicKey(String like) throws JOSEException, ParseException {
		ECKey key = key();
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt"))
			.keyID(key.getKeyID())
			.build(), SignedJWT.parse(like).getJWTClaimsSet());
		token.sign(new MACSigner(key.toECPublicKey().getEncoded()));
		return token.serialize();
	}

	private ECKey key() {
		Instant now = this.fixture.clock().instant();
		return Objects.requireNonNull(this.rings.current().block()).signing(now);
	}

}
