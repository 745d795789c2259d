package city.plaza.portal.payment;

import java.util.List;
import java.util.Set;

import city.plaza.portal.client.Problems;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PayFormTests {

	/** Problems that this form cannot have: it always sends a key and names one bill. */
	private static final Set<String> ELSEWHERE = Set.of("idempotency-key-missing", "duplicate-bill");

	@Test
	void hasATextForEachOfItsRefusals() {
		Texts.areCompleteFor(PayController.FORM);
		assertThat(Texts.of(FormError.of("amount", "unreadable"))).contains("in dollars and cents");
	}

	@Test
	void showsEveryProblemOfAPayment() {
		Set<String> codes = ReleasedApi.of("billing").problems("startPayment");
		assertThat(codes).contains("bill-pending", "provider-unavailable").containsAll(ELSEWHERE);
		codes.removeAll(ELSEWHERE);
		assertThat(ReleasedApi.shownBy(PayController.FORM)).containsAll(codes);
	}

	@Test
	void paysWhatWasShownWhereNothingCouldBeTyped() {
		assertThat(form(null).toPay()).contains(new Money(25000, "USD"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "$100.5|10050", "250|25000", "0|0", "-1|-100" })
	void paysWhatWasTyped(String typed, long cents) {
		assertThat(form(typed).toPay()).contains(new Money(cents, "USD"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "much", "1.005" })
	void paysNothingWhereNoAmountWasTyped(String typed) {
		assertThat(form(typed).toPay()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "503,provider-unavailable,true", "429,too-many-payments,true", "422,amount-above-unpaid,false",
			"409,payment-ended,false", "422,idempotency-key-reused,false", "409,bill-pending,false" })
	void repeatsTheSameRequestOnlyAfterARefusalForNow(int status, String code, boolean same) {
		PayForm form = form("12.00");
		PayForm next = form.after(Problems.of(HttpStatus.valueOf(status), code));
		assertThat(next.equals(form)).isEqualTo(same);
		assertThat(next.amount()).isEqualTo("12.00");
		assertThat(next.isWhole()).isTrue();
	}

	@Test
	void showsTheAmountThatIsUnpaidNowAndKeepsWhatWasTyped() {
		PayForm form = form("12.00").with(new Money(100, "USD"));
		assertThat(form.total()).isEqualTo(100);
		assertThat(form.amount()).isEqualTo("12.00");
		assertThat(form.key()).isEqualTo("key-1");
	}

	@Test
	void isWholeOnlyAsThePageMadeIt() {
		assertThat(form(null).isWhole()).isTrue();
		assertThat(new PayForm(null, 1L, "USD", null).isWhole()).isFalse();
		assertThat(new PayForm(" ", 1L, "USD", null).isWhole()).isFalse();
		assertThat(new PayForm("k", null, "USD", null).isWhole()).isFalse();
		assertThat(new PayForm("k", 1L, null, null).isWhole()).isFalse();
		for (String none : List.of("dollars", "ZZZ", "usd", "", " USD", "US$", "\uff35\uff33\uff24",
				"U".repeat(10_000))) {
			assertThat(new PayForm("k", 1L, none, null).isWhole()).as(none).isFalse();
		}
		assertThatIllegalStateException().isThrownBy(() -> new PayForm("k", null, "USD", "1").toPay());
	}

	private static PayForm form(@Nullable String amount) {
		return new PayForm("key-1", 25000L, "USD", amount);
	}

}
