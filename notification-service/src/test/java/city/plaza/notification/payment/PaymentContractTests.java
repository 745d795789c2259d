package city.plaza.notification.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import city.plaza.notification.contact.ResidentId;
import city.plaza.platform.testing.GoldenSamples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentContractTests {

	private static final UUID PAYMENT = UUID.fromString("0198c0de-0000-7000-8000-000000000003");

	private static final String REFERENCE = "PLZ-7K4M-92QX";

	private static final ResidentId RESIDENT = new ResidentId(UUID.fromString("0198c0de-0000-7000-8000-000000000001"));

	private static final Money AMOUNT = new Money(25000, "USD");

	private static final List<Allocation> ALLOCATIONS = List.of(new Allocation("62825", "100234", AMOUNT));

	@Test
	void readsOfASubmittedPayment() {
		assertThat(read("PaymentSubmitted", PaymentSubmitted.class))
			.isEqualTo(new PaymentSubmitted(PAYMENT, REFERENCE, RESIDENT, AMOUNT, ALLOCATIONS,
					new PaymentSubmitted.Method("visa", "4242"), Instant.parse("2026-03-02T15:30:00Z")));
	}

	@Test
	void readsOfAFailedPayment() {
		assertThat(read("PaymentFailed", PaymentFailed.class)).isEqualTo(new PaymentFailed(PAYMENT, REFERENCE, RESIDENT,
				AMOUNT, ALLOCATIONS, "declined", Instant.parse("2026-03-02T15:30:00Z")));
	}

	@Test
	void readsOfAPostedPayment() {
		assertThat(read("PaymentPosted", PaymentPosted.class)).isEqualTo(
				new PaymentPosted(PAYMENT, REFERENCE, RESIDENT, AMOUNT, ALLOCATIONS, LocalDate.parse("2026-03-03")));
	}

	private static <T> T read(String type, Class<T> data) {
		JsonMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		return json.readValue(GoldenSamples.sample("billing.payments", type), data);
	}

}
