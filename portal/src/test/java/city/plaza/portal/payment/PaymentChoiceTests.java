package city.plaza.portal.payment;

import java.util.List;

import city.plaza.portal.page.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class PaymentChoiceTests {

	@Test
	void holdsEachBillOnceWithItsOwnAmount() {
		PaymentChoice choice = read("bill=1&amount=5.00&bill=%20&amount=6.00&bill=2&amount=7.00&bill=1&amount=8.00");
		assertThat(choice.lines()).containsExactly(new PaymentChoice.Line("1", "5.00"),
				new PaymentChoice.Line("2", "7.00"));
		assertThat(choice.priced()).isTrue();
	}

	/** Amounts that cannot be told apart are none: they are asked for again. */
	@ParameterizedTest
	@ValueSource(strings = { "bill=1&bill=2", "bill=1&bill=2&amount=5.00", "bill=1&bill=2&amount=1&amount=2&amount=3" })
	void hasNoAmountsWhereTheyDoNotFitTheBills(String query) {
		PaymentChoice choice = read(query);
		assertThat(choice.priced()).isFalse();
		assertThat(choice.lines()).extracting(PaymentChoice.Line::amount).containsOnlyNulls();
		assertThat(choice.order("USD")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/customers/1/bills?state=unpaid, /customers/1/bills?state=unpaid", "/bills/1, /bills/1",
			"/payments/p, /payments/p", "//evil.example, /manage-bills", "https://evil.example/, /manage-bills",
			"/sign-out, /manage-bills", "/customers/../finance, /manage-bills", "'', /manage-bills" })
	void leadsBackToAPageOfThisPortalThatLeadsHere(String sent, String back) {
		assertThat(read("back=" + UriUtils.encode(sent, UTF_8)).back()).isEqualTo(back);
	}

	@Test
	void saysWhyNothingCanBePaid() {
		assertThat(read("").obstacle()).contains("none");
		assertThat(read("bill=&bill=%20").obstacle()).contains("none");
		assertThat(read("bill=x" + "&bill=".repeat(80)).obstacle()).isEmpty();
		StringBuilder many = new StringBuilder("a=b");
		for (int bill = 1; bill <= PaymentChoice.MOST; bill++) {
			many.append("&bill=").append(bill);
		}
		assertThat(read(many.toString()).obstacle()).isEmpty();
		assertThat(read(many + "&bill=last").obstacle()).contains("too-many");
		assertThat(read("back=/customers/1/bills").backWith("none")).isEqualTo("/customers/1/bills?pay=none");
		assertThat(read("back=/customers/1/bills%3Fpage%3D2").backWith("none"))
			.isEqualTo("/customers/1/bills?page=2&pay=none");
		assertThat(read("").backWith("none")).isEqualTo("/manage-bills");
	}

	@Test
	void standsWholeInItsAddress() {
		PaymentChoice choice = read("bill=A%26B&amount=1%2C250.50&bill=%C3%A9%20%23&amount=&back=/bills/1%3Fx%3D%252F");
		for (String address : List.of(choice.amounts(), choice.check())) {
			assertThat(read(address.substring(address.indexOf('?') + 1))).isEqualTo(choice);
		}
		assertThat(choice.check()).startsWith("/payments/new/check?bill=A%26B&amount=1%2C250.50&");
	}

	@Test
	void ordersExactlyTheAmountsThatWereShown() {
		assertThat(read("bill=1&amount=1%2C250.50&bill=2&amount=3").order("USD"))
			.hasValueSatisfying((order) -> assertThat(order.allocations()).containsExactly(
					new Payments.Line("1", new Money(125050, "USD")), new Payments.Line("2", new Money(300, "USD"))));
		assertThat(read("bill=1&amount=1&bill=2&amount=much").order("USD")).isEmpty();
		assertThat(read("bill=1&amount=").order("USD")).isEmpty();
		assertThat(read("").order("USD")).isEmpty();
	}

	private static PaymentChoice read(String query) {
		MultiValueMap<String, String> encoded = UriComponentsBuilder.fromUriString("/?" + query)
			.build()
			.getQueryParams();
		MultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
		encoded.forEach((name, values) -> values
			.forEach((value) -> decoded.add(name, (value != null) ? UriUtils.decode(value, UTF_8) : null)));
		return PaymentChoice.of(decoded);
	}

}
