package city.plaza.systemtests;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import city.plaza.client.Poll;
import city.plaza.client.ResidentClient;
import city.plaza.client.StartedPayment;
import city.plaza.local.topology.Database;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What finance staff do in a browser, in both languages. */
@OnRunningSuite
class FinanceBrowserIT {

	private final RunningSuite suite = RunningSuite.get();

	private final Scene scene = new Scene(this.suite);

	@ParameterizedTest
	@ArgumentsSource(WalkedLanguages.class)
	void importsAFileSeesItsErrorsAndFindsAPayment(String language) throws InterruptedException, SQLException {
		ResidentPayment paid = ResidentPayment.of(this.scene);
		try (Visitor staff = Visitor.withMouse(this.suite.gateway(), language)) {
			staff.signIn(this.suite.financeEmail(), this.suite.financePassword());
			upload(staff, "customers", "nothing,known\n1,2\n");
			staff.look("finance-wrong-header");
			String unknown = "100" + UUID.randomUUID().toString().substring(0, 6);
			upload(staff, "customers", this.scene.customer.customersCsv() + unknown + ",,,,,,,\n");
			staff.page().waitForURL("**/finance/imports/*");
			staff.seesText(unknown);
			staff.sees("import.finished");
			staff.look("finance-import");
			fail(staff.page().url().replaceAll(".*/", ""));
			staff.page().reload();
			staff.sees("import.failed");
			staff.look("finance-import-failed");
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

	@ParameterizedTest
	@ArgumentsSource(WalkedLanguages.class)
	void exportsAPaymentPostsItAndSeesWhatIsPosted(String language) throws InterruptedException {
		ResidentClient resident = this.scene.registerAndLink();
		StartedPayment payment = this.scene.startPayment(resident);
		this.scene.pay(payment);
		Poll.until("the money", Scene.LIMIT, () -> resident.payment(payment.id()),
				(read) -> read.state().equals("submitted"));
		try (Visitor staff = Visitor.withMouse(this.suite.gateway(), language)) {
			staff.signIn(this.suite.financeEmail(), this.suite.financePassword());
			staff.go("/finance/exports");
			staff.press("exports.submit");
			staff.page().waitForURL("**/finance/exports?made=yes");
			assertThat(staff.main().locator("tbody tr").first()).isVisible();
			staff.look("finance-exports-made");
			upload(staff, "postings", """
					posting_reference,payment_reference,bill_number,posted_on,amount,currency
					P%1$s,%2$s,%3$s,%4$s,250.00,USD
					""".formatted(this.scene.customer.run(), payment.reference(), this.scene.customer.firstBill(),
					LocalDate.now(ZoneOffset.UTC).minusDays(1)));
			staff.page().waitForURL("**/finance/imports/*");
			staff.sees("import.to-exports");
			staff.look("finance-import-of-postings");
			staff.press(staff.main().locator("a[href*='postedBy=']"));
			staff.sees("exports.of-import");
			assertThat(staff.main().locator("tbody tr")).hasCount(1);
			staff.look("finance-exports-of-import");
		}
	}

	/** As an import is after a fault of ours. */
	private void fail(String run) throws SQLException {
		try (Connection billing = this.suite.database(Database.BILLING);
				PreparedStatement update = billing
					.prepareStatement("update import_run set state = 'failed' where id = cast(? as uuid)")) {
			update.setString(1, run);
			assertEquals(1, update.executeUpdate());
		}
	}

	private static void upload(Visitor staff, String kind, String csv) {
		staff.go("/finance");
		staff.page().locator("input[name=kind][value=" + kind + "]").check();
		staff.page()
			.setInputFiles("#file", new FilePayload(kind + ".csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
		staff.press("finance.submit");
	}

	/** A payment to look for. */
	private record ResidentPayment(String reference) {

		static ResidentPayment of(Scene scene) throws InterruptedException {
			return new ResidentPayment(scene.startPayment(scene.registerAndLink()).reference());
		}

	}

}
