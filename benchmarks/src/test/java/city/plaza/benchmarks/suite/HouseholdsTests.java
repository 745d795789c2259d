package city.plaza.benchmarks.suite;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HouseholdsTests {

	@Test
	void haveNumbersOfTheirOwn() {
		Set<String> numbers = new HashSet<>();
		for (int household = 0; household < 500; household++) {
			assertThat(numbers.add(Households.customer(household))).isTrue();
			for (int number = 0; number < Households.BILLS; number++) {
				assertThat(numbers.add(Households.bill(household, number))).isTrue();
			}
		}
	}

	@Test
	void haveSessionsThatLookLikeIdentityServices() {
		assertThat(Households.browser(0).get("Cookie")).matches("__Host-plaza=[A-Za-z0-9_-]{43}; __Host-plaza-form=.*");
		assertThat(Households.browser(499).get("Cookie")).contains("0499").isNotEqualTo(Households.browser(0));
	}

	@Test
	void signedOutHaveNoSession() {
		assertThat(Households.signedOutBrowser(7).get("Cookie"))
			.isEqualTo("__Host-plaza-form=00000000-0000-4000-8000-000000000007");
	}

	@Test
	void askAsBrowsersDo() {
		assertThat(Households.browser(1)).containsEntry("Accept-Encoding", "gzip, deflate").containsKey("Accept");
	}

}
