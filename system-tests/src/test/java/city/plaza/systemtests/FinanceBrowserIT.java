package city.plaza.systemtests;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What finance staff do in a browser, in both languages. */
class FinanceBrowserIT {

	private final RunningSuite suite = RunningSuite.get();

	private final Scene scene = new Scene(this.suite);

	@ParameterizedTest
	@ValueSource(strings = { "en", "es" })
	void importsAFileSeesItsErrorsAndFindsAPayment(String language) throws InterruptedException {
		ResidentPayment paid = ResidentPayment.of(this.scene);
		try (Visitor staff = Visitor.withMouse(this.suite.gateway(), language)) {
			staff.signIn(this.suite.financeEmail(), this.suite.financePassword());
			upload(staff, "nothing,known\n1,2\n");
			staff.look("finance-wrong-header");
			String unknown = "100" + UUID.randomUUID().toString().substring(0, 6);
			upload(staff, this.scene.customer.customersCsv() + unknown + ",,,,,,,\n");
			staff.page().waitForURL("**/finance/imports/*");
			staff.seesText(unknown);
			staff.look("finance-import");
			staff.go("/finance/imports");
			staff.heading("imports.title");
			staff.look("finance-imports");
			staff.go("/finance/payments");
			staff.type("reference", paid.reference());
			staff.press("search.submit");
			staff.look("finance-payments");
			staff.press(staff.page().locator("main table a").first());
			assertThat(staff.page().locator("#history")).isVisible();
			staff.look("finance-payment");
		}
	}

	private static void upload(Visitor staff, String csv) {
		staff.go("/finance");
		staff.page().locator("input[name=kind][value=customers]").check();
		staff.page()
			.setInputFiles("#file", new FilePayload("customers.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
		staff.press("finance.submit");
	}

	/** A payment to look for. */
	private record ResidentPayment(String reference) {

		static ResidentPayment of(Scene scene) throws InterruptedException {
			return new ResidentPayment(scene.startPayment(scene.registerAndLink()).reference());
		}

	}

}
