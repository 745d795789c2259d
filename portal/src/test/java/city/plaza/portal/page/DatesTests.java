package city.plaza.portal.page;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatesTests {

	@Test
	void areShownAndReadTheUsWay() {
		assertThat(Dates.show(LocalDate.of(2021, 7, 2))).isEqualTo("7/2/2021");
		assertThat(Dates.parse(" 6/15/2021 ")).contains(LocalDate.of(2021, 6, 15));
		assertThat(Dates.parse("06/05/2021")).contains(LocalDate.of(2021, 6, 5));
		assertThat(Dates.parse("2021-06-15")).contains(LocalDate.of(2021, 6, 15));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2/30/2021", "15/6/2021", "6/15/21", "tomorrow", "2021-02-30" })
	void areNotGuessed(String typed) {
		assertThat(Dates.parse(typed)).isEmpty();
	}

}
