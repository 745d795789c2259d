package city.plaza.portal.page;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatesTests {

	@Test
	void areShownAndReadTheUsWay() {
		assertThat(Dates.typed(LocalDate.of(2021, 7, 2))).isEqualTo("7/2/2021");
		assertThat(Dates.parse(" 6/15/2021 ")).contains(LocalDate.of(2021, 6, 15));
		assertThat(Dates.parse("06/05/2021")).contains(LocalDate.of(2021, 6, 5));
		assertThat(Dates.parse("2021-06-15")).contains(LocalDate.of(2021, 6, 15));
	}

	@ParameterizedTest
	@CsvSource({ "2/29/2028, 2028-02-29", "12/31/1999, 1999-12-31", "1/1/2000, 2000-01-01", "01/01/0001, 0001-01-01",
			"2028-02-29, 2028-02-29", "'\u20036/15/2021\n', 2021-06-15" })
	void areReadHoweverManyDigitsTheyHave(String typed, LocalDate date) {
		assertThat(Dates.parse(typed)).contains(date);
	}

	@Test
	void areReadAsTheyAreShown() {
		LocalDate.of(2027, 12, 1).datesUntil(LocalDate.of(2029, 2, 1)).forEach((date) -> {
			assertThat(Dates.parse(Dates.typed(date))).contains(date);
			assertThat(Dates.parse(date.toString())).contains(date);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "2/29/2027", "2/29/2100", "0/1/2021", "13/1/2021", "1/0/2021", "1/32/2021", "1/1/21",
			"1/1/20211", "1//2021", "6/15/2021 12:00", "2021-6-15", "2021/06/15", "20210615", "+2021-06-15",
			"\uff16/15/2021", "6\u221515/2021", "6/15/-2021", "6/15/0000", "-2021-06-15", "+12021-06-15",
			"+999999999-12-31", "0000-01-01", "/", "-" })
	void areNothingThatIsNoDay(String typed) {
		assertThat(Dates.parse(typed)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2/30/2021", "15/6/2021", "6/15/21", "tomorrow", "2021-02-30" })
	void areNotGuessed(String typed) {
		assertThat(Dates.parse(typed)).isEmpty();
	}

}
