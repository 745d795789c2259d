package city.plaza.platform.security;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CheckedTokensTests {

	private final AtomicInteger signatures = new AtomicInteger();

	private final AtomicBoolean hasEnded = new AtomicBoolean();

	private final CheckedTokens tokens = new CheckedTokens(this::checkSignature,
			(token) -> this.hasEnded.get() ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"))
					: OAuth2TokenValidatorResult.success());

	@Test
	void computesASignatureOnceAndKnowsTokensApart() {
		assertThat(this.tokens.decode("one").block()).isEqualTo(this.tokens.decode("one").block());
		assertThat(this.signatures).hasValue(1);
		assertThat(this.tokens.decode("two").block()).extracting(Jwt::getTokenValue).isEqualTo("two");
		assertThat(this.signatures).hasValue(2);
	}

	@Test
	void refusesAtOnceWhatHasEndedSince() {
		this.tokens.decode("one").block();
		this.hasEnded.set(true);
		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> this.tokens.decode("one").block());
	}

	@Test
	void remembersNothingOfAForgedToken() {
		for (int i = 1; i <= 2; i++) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.tokens.decode("forged").block());
			assertThat(this.signatures).hasValue(i);
		}
	}

	private Mono<Jwt> checkSignature(String token) {
		return Mono.fromCallable(() -> {
			this.signatures.incrementAndGet();
			if (token.equals("forged")) {
				throw new BadJwtException("forged");
			}
			return Jwt.withTokenValue(token).header("alg", "ES256").subject("somebody").build();
		});
	}

}
