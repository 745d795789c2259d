package city.plaza.billing.bill;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import city.plaza.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a request for bills says of which ones and of their order. */
class BillChoiceTests {

	@Test
	void isAllOfThemUnlessAsked() {
		assertThat(BillChoice.read("all", null, null, "-pay-by", null, null)).isEqualTo(BillChoice.ALL);
		assertThat(BillChoice.read("all", "", "", "-pay-by", null, "")).isEqualTo(BillChoice.ALL);
	}

	@Test
	void isReadFromEachParameter() {
		BillChoice choice = BillChoice.read("unpaid", "2021", "FALSE-ALARM", "-total-unpaid", "3", null);
		assertThat(choice.state()).isEqualTo(BillState.UNPAID);
		assertThat(choice.year()).isEqualTo(2021);
		assertThat(choice.type()).hasToString("FALSE-ALARM");
		assertThat(choice.order()).isEqualTo(BillOrder.MOST_UNPAID);
		assertThat(choice.skipped(50)).isEqualTo(100);
	}

	@Test
	void countsItsLastPageWithoutAnOverflow() {
		assertThat(BillChoice.read("all", null, null, "-pay-by", "1000000", null).skipped(200)).isEqualTo(199_999_800L);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			open,   -,    -,         -pay-by,  -, -, invalid-filter, state
			'',     -,    -,         -pay-by,  -, -, invalid-filter, state
			UNPAID, -,    -,         -pay-by,  -, -, invalid-filter, state
			all,    x,    -,         -pay-by,  -, -, invalid-filter, year
			all,    20211, -,        -pay-by,  -, -, invalid-filter, year
			all,    -2021, -,        -pay-by,  -, -, invalid-filter, year
			all,    ٢٠٢١, -,         -pay-by,  -, -, invalid-filter, year
			all,    -,    a\u0000b,  -pay-by,  -, -, invalid-filter, type
			all,    -,    -,         amount,   -, -, invalid-sort, sort
			all,    -,    -,         '',       -, -, invalid-sort, sort
			all,    -,    -,         bill-number, -, abc, invalid-sort, sort
			all,    -,    -,         -pay-by,  0, -, invalid-page, page
			all,    -,    -,         -pay-by,  -1, -, invalid-page, page
			all,    -,    -,         -pay-by,  1.5, -, invalid-page, page
			all,    -,    -,         -pay-by,  '', -, invalid-page, page
			all,    -,    -,         -pay-by,  1000001, -, invalid-page, page
			all,    -,    -,         -pay-by,  99999999999, -, invalid-page, page
			all,    -,    -,         -pay-by,  2, abc, invalid-page, page
			""")
	void refusesWhatIsNone(String state, @Nullable String year, @Nullable String type, String sort,
			@Nullable String page, @Nullable String cursor, String code, String field) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> BillChoice.read(state, year, type, sort, page, cursor))
			.satisfies((refused) -> {
				assertThat(refused.problem().code()).isEqualTo(code);
				assertThat(refused.problem().field()).isEqualTo(field);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "A", "\uD83C\uDF33", "' or 1=1 --" })
	void takesAnyTextForAType(String type) {
		assertThat(BillChoice.read("all", null, type, "-pay-by", null, null).type()).hasToString(type);
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> BillChoice.read("all", null, type.repeat(41), "-pay-by", null, null));
	}

	@ParameterizedTest
	@EnumSource
	void anOrderEndsWithTheBillNumberSoThatNoTwoBillsShareAPlace(BillOrder order) {
		assertThat(order.columns()).matches(".*bill_number( desc)?");
		assertThat(BillOrder.of(order.code())).contains(order);
	}

	@Test
	void eachOrderAndStateHasACodeOfItsOwn() {
		Set<String> codes = new HashSet<>();
		assertThat(Arrays.stream(BillOrder.values()).map(BillOrder::code)).allMatch(codes::add);
		assertThat(Arrays.stream(BillState.values()).map(BillState::code)).allMatch(codes::add);
	}

}
