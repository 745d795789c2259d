package city.plaza.billing.payment;

import java.util.stream.Stream;

import city.plaza.billing.ledger.PaymentReference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentReferenceTests {

	@Test
	void isReadAloudWithoutMistakes() {
		assertThat(Stream.generate(PaymentReference::next).limit(1000)).extracting(PaymentReference::value)
			.allSatisfy((reference) -> assertThat(reference).matches("PLZ-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}"))
			.doesNotHaveDuplicates();
	}

}
