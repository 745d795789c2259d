package city.plaza.accountlink.proof;

import java.util.List;

import city.plaza.accountlink.customer.CustomerNumber;
import city.plaza.accountlink.customer.NumberTyped;
import city.plaza.platform.testing.GoldenSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class BillProofContractTests {

	private final BillDigest digest = new BillDigest(new ProofSettings("dev-only-bill-proof-secret"));

	private final BillProofsChanged sample = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build()
		.readValue(GoldenSamples.sample("billing.bill-proofs", "BillProofsChanged"), BillProofsChanged.class);

	@ParameterizedTest
	@ValueSource(strings = { "62825", " 628 25", "628-25" })
	void recognisesTheBillOfTheGoldenSample(String typed) {
		assertThat(this.sample).isEqualTo(new BillProofsChanged("100234", List
			.of(this.digest.of(new CustomerNumber("100234"), new BillTyped(NumberTyped.of(typed), 25_000, "USD"))), 1));
	}

	@Test
	void dependsOnAllThatIsProven() {
		assertThat(this.sample.proofs()).doesNotContain(
				this.digest.of(new CustomerNumber("100235"), new BillTyped(NumberTyped.of("62825"), 25_000, "USD")),
				this.digest.of(new CustomerNumber("100234"), new BillTyped(NumberTyped.of("62826"), 25_000, "USD")),
				this.digest.of(new CustomerNumber("100234"), new BillTyped(NumberTyped.of("62825"), 25_001, "USD")),
				this.digest.of(new CustomerNumber("100234"), new BillTyped(NumberTyped.of("62825"), 25_000, "EUR")));
	}

	@Test
	void printsNoSecret() {
		assertThat(new ProofSettings("secret-of-the-city").toString()).doesNotContain("secret-of-the-city");
	}

}
