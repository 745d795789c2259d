package city.plaza.platform.testing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GoldenSamplesTests {

	@ParameterizedTest
	@CsvSource({ "account-link.links, AccountLinked", "account-link.links, AccountUnlinked",
			"billing.customers, CustomerChanged", "billing.payments, PaymentFailed", "billing.payments, PaymentPosted",
			"billing.payments, PaymentSubmitted", "identity.residents, ResidentRegistered",
			"identity.verification, KnownAddressRegistered", "identity.verification, VerificationCodeRequested",
			"notification.deliveries, NoticeDelivered", "notification.deliveries, NoticeFailed" })
	void everySampleKeepsItsOwnContract(String topic, String type) {
		assertThatCode(() -> GoldenSamples.assertMatches(topic, type, GoldenSamples.sample(topic, type)))
			.doesNotThrowAnyException();
	}

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
