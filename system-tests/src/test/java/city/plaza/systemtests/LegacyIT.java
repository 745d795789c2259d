package city.plaza.systemtests;

import java.time.Duration;
import java.util.List;

import city.plaza.client.CustomerLink;
import city.plaza.client.HelpDeskClient;
import city.plaza.client.LegacyResident;
import city.plaza.client.Poll;
import city.plaza.client.ResidentClient;
import city.plaza.client.UnexpectedResponse;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A resident of the portal before, from the import of the old accounts to the bills. */
@OnRunningSuite
class LegacyIT {

	private static final Duration SOON = Duration.ofSeconds(30);

	private final RunningSuite suite = RunningSuite.get();

	private final Scene scene = new Scene(this.suite);

	@Test
	void bringsTheBillsBackToWhoProvesTheOldAddress() throws InterruptedException {
		this.scene.importBills();
		importOldAccount();
		ResidentClient resident = this.scene.register();
		assertLinked(resident);
		Poll.until("the bills", Scene.LIMIT, () -> this.scene.bills(resident), (bills) -> true);
	}

	@Test
	void linksWhenTheCustomerIsImportedLater() throws InterruptedException {
		importOldAccount();
		ResidentClient resident = this.scene.register();
		assertThat(resident.links()).isEmpty();
		this.scene.importBills();
		assertLinked(resident);
	}

	@Test
	void linksWhenTheOldAccountIsImportedAfterTheNewOneWasMade() throws InterruptedException {
		this.scene.importBills();
		ResidentClient resident = this.scene.register();
		importOldAccount();
		assertLinked(resident);
	}

	@Test
	void mailsAHintToTheAddressOnFileAndShowsItToNobody() throws InterruptedException {
		importOldAccount();
		HelpDeskClient helpDesk = this.scene.plaza
			.helpDesk(this.scene.plaza.signIn(this.suite.administratorEmail(), this.suite.administratorPassword()));
		List<LegacyResident> found = helpDesk.legacyResidents(this.scene.customer.number());
		assertThat(found).singleElement().satisfies((resident) -> {
			assertThat(resident.customerNumbers()).containsExactly(this.scene.customer.number());
			assertThat(resident.maskedEmail()).contains("***").isNotEqualTo(this.scene.email);
		});
		helpDesk.mailHint(found.getFirst().id());
		assertThat(this.scene.inbox.awaitMention(this.scene.email, "Your account for paying city bills"))
			.singleElement()
			.satisfies((mail) -> assertThat(mail.text()).startsWith("Hello Sam,").contains("/register"));
		assertThatExceptionOfType(UnexpectedResponse.class).isThrownBy(() -> helpDesk.mailHint(found.getFirst().id()))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("hint-sent-already"));
	}

	private void importOldAccount() throws InterruptedException {
		assertThat(this.scene.finance().importLegacyResidents("""
				email,given_name,family_name,phone,address_line1,address_line2,city,state,postal_code,customer_numbers
				%s,Sam,Scene,,125 Main St,,Any Town,IL,62601,%s
				""".formatted(this.scene.email, this.scene.customer.number())).added()).isOne();
	}

	private void assertLinked(ResidentClient resident) throws InterruptedException {
		List<CustomerLink> links = Poll.until("the link", SOON, resident::links, (all) -> !all.isEmpty());
		assertThat(links).extracting(CustomerLink::customerNumber).containsExactly(this.scene.customer.number());
	}

}
