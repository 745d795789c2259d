package city.plaza.identity.secret;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SecretTests {

	private final KeyedHashes hashes = new KeyedHashes(new CodeSecretSettings("a secret of tests"));

	record Holder(Secret password) {
	}

	@Test
	void isAStringInJsonAndStarsElsewhere() {
		Holder holder = JsonMapper.shared().readValue("{\"password\":\"herons\"}", Holder.class);
		assertThat(holder.password().reveal()).isEqualTo("herons");
		assertThat(JsonMapper.shared().writeValueAsString(holder)).isEqualTo("{\"password\":\"herons\"}");
		assertThat(holder).hasToString("Holder[password=***]");
		assertThat(new CodeSecretSettings("a secret of tests").toString()).doesNotContain("a secret of tests");
		assertThat(Hash.ofNothing()).hasToString("***");
	}

	@Test
	void makesTokensOf256RandomBits() {
		Secret token = OpaqueTokens.next();
		assertThat(token.reveal()).hasSize(43).isNotEqualTo(OpaqueTokens.next().reveal());
		assertThat(OpaqueTokens.hash(token)).isEqualTo(OpaqueTokens.hash(Secret.of(token.reveal())));
		assertThat(OpaqueTokens.hash(token)).isNotEqualTo(OpaqueTokens.hash(OpaqueTokens.next()));
	}

	@Test
	void hashesPartsSoThatTheirBordersCount() {
		assertThat(this.hashes.hash("ab", "c")).isNotEqualTo(this.hashes.hash("a", "bc"));
		assertThat(this.hashes.hash("ab", "c")).isEqualTo(this.hashes.hash("ab", "c"));
		assertThat(new KeyedHashes(new CodeSecretSettings("another secret of tests")).hash("ab", "c"))
			.isNotEqualTo(this.hashes.hash("ab", "c"));
	}

	@Test
	void refusesAShortCodeSecretWithoutPrintingIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CodeSecretSettings("tooshort"))
			.withMessageContaining("plaza.identity.code-secret")
			.withMessageNotContaining("tooshort");
	}

}
