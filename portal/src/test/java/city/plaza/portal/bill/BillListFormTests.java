package city.plaza.portal.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import city.plaza.portal.form.FormError;
import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class BillListFormTests {

	/**
	 * Problems that this page cannot have: it sends no cursor, no limit and only its
	 * pages.
	 */
	private static final Set<String> ELSEWHERE = Set.of("invalid-cursor", "invalid-limit", "invalid-page");

	@Test
	void hasATextForEachOfItsRefusals() {
		Texts.areCompleteFor(BillListController.FORM);
		for (String code : List.of("unknown-choice", "none-selected", "too-many-selected")) {
			Texts.of(FormError.of("bills", code));
		}
	}

	@Test
	void showsEveryProblemOfAListOfBills() {
		Set<String> codes = ReleasedApi.of("billing").problems("listBills");
		assertThat(codes).contains("invalid-date").containsAll(ELSEWHERE);
		codes.removeAll(ELSEWHERE);
		assertThat(ReleasedApi.shownBy(BillListController.FORM)).containsAll(codes)
			.containsAll(ReleasedApi.of("billing").problems("getBill"));
	}

	@Test
	void hasATextForEachStateAndOrder() {
		BillListForm.STATES.forEach((state) -> Texts.of("bills.state." + state));
		BillListForm.ORDERS.forEach((order) -> Texts.of("bills.sort." + order));
	}

	@Test
	void asksForAllOfTodayWhereNothingIsChosen() {
		BillListForm form = read("asOf", " ", "state", "", "type", " ");
		assertThat(form.errors().any()).isFalse();
		assertThat(form.date()).isNull();
		assertThat(form.chosen()).isFalse();
		assertThat(form.list("100234")).isEqualTo("/customers/100234/bills");
		assertThat(form.query().toSingleValueMap()).containsOnlyKeys("page");
	}

	@ParameterizedTest
	@CsvSource({ "6/15/2021,2021-06-15", "2021-06-15,2021-06-15", "12/1/2021,2021-12-01" })
	void sendsADateTheIsoWay(String typed, String sent) {
		BillListForm form = read("asOf", typed);
		assertThat(form.errors().any()).isFalse();
		assertThat(form.date()).isEqualTo(sent);
		assertThat(form.bill("7")).isEqualTo("/bills/7?asOf=" + sent);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2/30/2021", "tomorrow", "15/6/2021", "6/15/21" })
	void refusesWhatIsNoDate(String typed) {
		assertThat(read("asOf", typed).errors().all()).containsExactly(FormError.of("asOf", "invalid-date"));
	}

	@Test
	void isWithoutTheDateOnThatDay() {
		BillListForm form = read("asOf", "6/15/2021");
		assertThat(form.onADay(LocalDate.of(2021, 6, 15)).date()).isNull();
		assertThat(form.onADay(LocalDate.of(2021, 6, 16))).isEqualTo(form);
		assertThat(read("asOf", "x").onADay(LocalDate.of(2021, 6, 15)).asOf()).isEqualTo("x");
	}

	@Test
	void isOneOfAFilterOrOfAnOrder() {
		assertThat(read("sort", "pay-by").filtered()).isFalse();
		assertThat(read("sort", "pay-by").chosen()).isTrue();
		assertThat(read("state", "paid").filtered()).isTrue();
		assertThat(read("year", "2021").filtered()).isTrue();
		assertThat(read("type", "CLAIMS").all()).isEqualTo(read());
	}

	@Test
	void encodesWhatStandsInAnAddress() {
		assertThat(read("type", "A&B=C #1 é{x}", "page", "3").list("1/2 3"))
			.isEqualTo("/customers/1%2F2%203/bills?type=A%26B%3DC%20%231%20%C3%A9%7Bx%7D&page=3");
	}

	@ParameterizedTest
	@CsvSource({ "1,0,1,0,1", "1,50,1,50,1", "1,51,1,50,2", "2,51,51,51,2", "5,201,201,201,5", "1,1,1,1,1" })
	void countsItsPages(int page, long matching, long from, long to, int last) {
		BillPaging paging = new BillPaging(page, matching);
		assertThat(paging.from()).isEqualTo(from);
		assertThat(paging.to()).isEqualTo(to);
		assertThat(paging.last()).isEqualTo(last);
		assertThat(paging.isBeyond()).isFalse();
		assertThat(new BillPaging(last + 1, matching).isBeyond()).isTrue();
		assertThat(paging.several()).isEqualTo(last > 1);
	}

	private static BillListForm read(String... parameters) {
		MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
		for (int at = 0; at < parameters.length; at += 2) {
			query.add(parameters[at], parameters[at + 1]);
		}
		return BillListForm.of(query);
	}

}
