package city.plaza.platform.testing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GoldenSamplesTests {

	@Test
	void noticesAMissingField() {
		assertBroken("\"customerNumber\": \"100234\",", "");
	}

	@Test
	void noticesAWrongType() {
		assertBroken("\"version\": 1", "\"version\": \"1\"");
	}

	@Test
	void noticesAWrongFormat() {
		assertBroken("2026-03-02T14:00:00Z", "yesterday");
	}

	@Test
	void saysThatThereIsNoSuchContract() {
		assertThatIllegalArgumentException().isThrownBy(() -> GoldenSamples.sample("billing.customers", "Nothing"));
	}

	private static void assertBroken(String good, String bad) {
		String sample = GoldenSamples.sample("billing.customers", "CustomerChanged");
		assertThat(sample).contains(good);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(
				() -> GoldenSamples.assertMatches("billing.customers", "CustomerChanged", sample.replace(good, bad)));
	}

}
