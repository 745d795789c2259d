package city.plaza.portal.payment;

import java.util.List;
import java.util.Set;

import city.plaza.portal.client.Problems;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class CheckFormTests {

	/**
	 * Problems that this form cannot have: it always sends a key and names each bill
	 * once.
	 */
	private static final Set<String> ELSEWHERE = Set.of("idempotency-key-missing", "duplicate-bill");

	@Test
	void hasATextForEachOfItsRefusals() {
		Texts.areCompleteFor(CheckController.FORM);
		assertThat(Texts.of(FormError.of("amount", "unreadable"))).contains("in dollars and cents");
		for (String reason : List.of("unknown", "pending", "paid")) {
			Texts.of("pay.reason." + reason);
		}
	}

	@Test
	void showsEveryProblemOfAPayment() {
		Set<String> codes = ReleasedApi.of("billing").problems("startPayment");
		assertThat(codes).contains("bill-pending", "provider-unavailable").containsAll(ELSEWHERE);
		codes.removeAll(ELSEWHERE);
		assertThat(ReleasedApi.shownBy(CheckController.FORM)).containsAll(codes);
	}

	@ParameterizedTest
	@CsvSource({ "503,provider-unavailable,true", "429,too-many-payments,true", "422,amount-above-unpaid,false",
			"409,payment-ended,false", "422,idempotency-key-reused,false", "409,bill-pending,false" })
	void repeatsTheSameRequestOnlyAfterARefusalForNow(int status, String code, boolean same) {
		CheckForm form = new CheckForm("key-1", "USD");
		CheckForm next = form.after(Problems.of(HttpStatus.valueOf(status), code));
		assertThat(next.key().equals(form.key())).isEqualTo(same);
		assertThat(next.key()).isNotBlank();
	}

	@Test
	void isWholeOnlyAsThePageMadeIt() {
		assertThat(new CheckForm("k", "USD").isWhole()).isTrue();
		assertThat(new CheckForm(null, "USD").isWhole()).isFalse();
		assertThat(new CheckForm(" ", "USD").isWhole()).isFalse();
		assertThat(new CheckForm("k", null).isWhole()).isFalse();
		for (String none : List.of("dollars", "ZZZ", "usd", "", " USD", "US$", "\uff35\uff33\uff24",
				"U".repeat(10_000))) {
			assertThat(new CheckForm("k", none).isWhole()).as(none).isFalse();
		}
	}

}
