package city.plaza.platform.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestTokensTests {

	@Test
	void areThoseOfTheResident() throws Exception {
		UUID id = UUID.randomUUID();
		JWTClaimsSet claims = claims(TestTokens.resident(id, "Łucja", "O'Brien \uD83D\uDE00"));
		assertThat(claims.getSubject()).isEqualTo(id.toString());
		assertThat(claims.getStringClaim("given_name")).isEqualTo("Łucja");
		assertThat(claims.getStringClaim("family_name")).isEqualTo("O'Brien \uD83D\uDE00");
		assertThat(claims.getStringListClaim("roles")).isEmpty();
	}

	@Test
	void areThoseOfStaffWithTheirRolesAlone() throws Exception {
		assertThat(claims(TestTokens.staff("finance", "help-desk")).getStringListClaim("roles"))
			.containsExactly("finance", "help-desk");
		assertThat(claims(TestTokens.staff()).getStringListClaim("roles")).isEmpty();
	}

	@Test
	void areAcceptedNowAndForMinutes() throws Exception {
		JWTClaimsSet claims = claims(TestTokens.staff());
		Duration life = Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
		assertThat(life).isEqualTo(Duration.ofMinutes(5));
		assertThat(claims.getIssueTime().toInstant()).isBeforeOrEqualTo(Instant.now());
		assertThat(claims.getIssuer()).isEqualTo("plaza");
		assertThat(claims.getAudience()).isEqualTo(List.of("plaza-api"));
	}

	@Test
	void areSpoiltByOneClaimAtATime() throws Exception {
		assertThat(claims(TestTokens.with((claims) -> claims.claim("sid", null))).getClaims()).doesNotContainKey("sid")
			.containsKeys("sub", "iss", "aud", "exp", "iat", "roles");
	}

	@Test
	void ofAStrangerAreGoodButForTheirKey() throws Exception {
		SignedJWT token = SignedJWT.parse(TestTokens.ofAStranger());
		assertThat(token.verify(new ECDSAVerifier(TestTokens.key().toECPublicKey()))).isFalse();
		assertThat(token.getHeader().getKeyID()).isNotEqualTo(TestTokens.key().getKeyID());
		assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("plaza");
	}

	@Test
	void areNeverTheSameTwice() {
		assertThat(TestTokens.staff("finance")).isNotEqualTo(TestTokens.staff("finance"));
	}

	private static JWTClaimsSet claims(String token) throws Exception {
		SignedJWT signed = SignedJWT.parse(token);
		assertThat(signed.verify(new ECDSAVerifier(TestTokens.key().toECPublicKey()))).isTrue();
		return signed.getJWTClaimsSet();
	}

}
