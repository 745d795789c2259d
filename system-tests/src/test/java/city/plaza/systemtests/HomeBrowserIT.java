package city.plaza.systemtests;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import city.plaza.client.FinanceClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The home page of a resident whom the city bills month by month. */
@OnRunningSuite
class HomeBrowserIT {

	/** What is billed in each of the last months, and whether it is paid. */
	private static final List<Integer> MONTHS = List.of(11, 8, 7, 5, 3, 2, 1, 0);

	/** Where the suite's city is: the default of plaza.city.time-zone. */
	private static final ZoneId CITY = ZoneId.of("America/Chicago");

	private final RunningSuite suite = RunningSuite.get();

	private final Scene scene = new Scene(this.suite);

	@ParameterizedTest
	@ArgumentsSource(WalkedLanguages.class)
	void showsTheMonthsAsBarsAndAsATable(String language) throws InterruptedException {
		this.scene.registerAndLink();
		importMonths();
		try (Visitor visitor = Visitor.withMouse(this.suite.gateway(), language)) {
			visitor.signIn(this.scene.email, Scene.PASSWORD);
			visitor.go("/");
			assertThat(visitor.main().locator(".plaza-chart__bars")).isVisible();
			assertThat(visitor.main().locator(".plaza-chart__table tbody tr")).hasCount(MONTHS.size());
			visitor.look("home-months");
		}
	}

	private void importMonths() throws InterruptedException {
		FinanceClient finance = this.scene.plaza
			.finance(this.scene.plaza.signIn(this.suite.financeEmail(), this.suite.financePassword()));
		// The city's day: a day earlier would be another month on the first of one.
		LocalDate today = LocalDate.now(CITY);
		StringBuilder bills = new StringBuilder(
				"bill_number,customer_number,bill_type,bill_year,issued_on,pay_by,currency,line,description,amount\n");
		StringBuilder postings = new StringBuilder(
				"posting_reference,payment_reference,bill_number,posted_on,amount,currency\n");
		for (int month : MONTHS) {
			String bill = "9" + this.scene.customer.run() + month;
			LocalDate day = today.minusMonths(month);
			String amount = (80 + 40 * month % 170) + ".00";
			bills.append("%s,%s,LICENSE,%d,%s,%s,USD,1,Business license,%s%n".formatted(bill,
					this.scene.customer.number(), day.getYear(), day, day.plusDays(30), amount));
			if (month > 1) {
				postings.append("P%s,,%s,%s,%s,USD%n".formatted(bill, bill, day, amount));
			}
		}
		finance.importFile("bills", bills.toString()).clean();
		finance.importFile("postings", postings.toString()).clean();
	}

}
