package city.plaza.portal;

import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class LinkTests extends PortalTest {

	private static final String LINKS = "/api/v1/customer-links";

	private static final String LINK_ID = "0197a000-0000-7000-8000-00000000000a";

	@Test
	void showsTheAccountAndItsLinks() {
		SERVICES.on("GET", "/api/v1/me", Samples.ME);
		SERVICES.on("GET", LINKS, Samples.ONE_LINK);
		Page page = get("/account?linked=100234", resident());
		assertThat(page.status()).isEqualTo(HttpStatus.OK);
		assertThat(page.text("main")).contains("Signed in as Robin Example", "Last sign-in 6/3/2021, 1:30 PM",
				"Email address robin@example.com", "EXAMPLE CUSTOMER 100234", "Link to account");
		assertThat(page.text("[role=status]")).contains("100234");
		assertThat(page.html().select("[role=status] a").eachAttr("href")).containsExactly("/customers/100234/bills");
		assertThat(page.html().select("td a").eachAttr("href")).containsExactly("/customers/100234/bills",
				"/linked-accounts/" + LINK_ID + "/remove");
	}

	@Test
	void offersTheNextStepAsTheOneButton() {
		SERVICES.on("GET", "/api/v1/me", Samples.ME);
		SERVICES.on("GET", LINKS, Samples.NO_LINK);
		Page page = get("/account?changed=contact", resident());
		assertThat(page.text("[role=status]")).contains("Your changes are saved");
		assertThat(page.html().select("main .govuk-button").eachText()).containsExactly("Link to account");
	}

	@ParameterizedTest
	@ValueSource(strings = { "temporarily-unavailable", "busy" })
	void showsTheRestOfTheAccountWhileLinksAreAway(String outage) {
		SERVICES.on("GET", "/api/v1/me", Samples.ME);
		SERVICES.on("GET", LINKS, Answer.problem(503, outage));
		Page page = get("/account", resident());
		assertThat(page.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(page.text("main")).contains("robin@example.com", "Sorry, we can't show your linked accounts");
	}

	@Test
	void listsTheLinkedAccounts() {
		SERVICES.on("GET", LINKS, Samples.ONE_LINK);
		Page page = get("/linked-accounts", resident());
		assertThat(page.html().select("thead th").eachText()).containsExactly("Customer ID", "Customer name",
				"Location", "Manage");
		assertThat(page.text("tbody")).contains("100234 EXAMPLE CUSTOMER 123 MAIN ST Manage bills");
	}

	@Test
	void saysSoWhereNothingIsLinked() {
		SERVICES.on("GET", LINKS, Samples.NO_LINK);
		Page none = get("/linked-accounts", resident());
		assertThat(none.text("main")).contains("No customer account is linked yet");
		assertThat(none.html().select("main .govuk-button").attr("href")).isEqualTo("/linked-accounts/new");
		assertThat(get("/manage-bills", resident()).location()).isEqualTo("/linked-accounts");
	}

	@Test
	void leadsStraightToTheOnlyCustomer() {
		SERVICES.on("GET", LINKS, Samples.ONE_LINK);
		assertThat(get("/manage-bills", resident()).location()).isEqualTo("/customers/100234/bills");
		assertThat(get("/customer-information", resident()).location()).isEqualTo("/customers/100234");
	}

	@Test
	void asksForTheTwoValuesOfTheBill() {
		Page page = get("/linked-accounts/new", resident());
		assertThat(page.text("label[for=number]")).isEqualTo("Customer ID or Account Number *");
		assertThat(page.text("label[for=name]")).isEqualTo("Name *");
		assertThat(page.text("main")).contains("* Indicates required field");
		assertThat(page.text("main form button")).isEqualTo("Submit");
		assertThat(page.text("main form a")).isEqualTo("Cancel");
		assertThat(page.html().select("main a[href='/help/example-bill']")).isNotEmpty();
	}

	@Test
	void linksAndShowsTheAccount() {
		SERVICES.on("POST", LINKS, Answer.json(201, Samples.LINK));
		Page page = submit("/linked-accounts/new", "/linked-accounts/new", resident(),
				Map.of("number", "100234-001", "name", "Customer, Example"));
		assertThat(page.location()).isEqualTo("/account?linked=100234");
		assertThat(SERVICES.asked("POST", LINKS).getFirst().body())
			.isEqualTo("{\"number\":\"100234-001\",\"name\":\"Customer, Example\"}");
	}

	@Test
	void tellsNotWhichHalfWasWrongAndKeepsBoth() {
		SERVICES.on("POST", LINKS, Answer.problem(422, "no-such-customer-account"));
		Page page = submit("/linked-accounts/new", "/linked-accounts/new", resident(),
				Map.of("number", "999", "name", "<script>alert(1)</script>"));
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.text("#number-error")).contains("We can't find an account with this number and name");
		assertThat(page.value("#number")).isEqualTo("999");
		assertThat(page.value("#name")).isEqualTo("<script>alert(1)</script>");
		assertThat(page.html().select("main script")).isEmpty();
	}

	@Test
	void asksForABillWhereTheServiceWantsASecondProof() {
		SERVICES.on("POST", LINKS, Answer.problem(422, "further-proof-required"));
		Page page = submit("/linked-accounts/new", "/linked-accounts/new", resident(),
				Map.of("number", "100234", "name", "EXAMPLE CUSTOMER"));
		assertThat(page.text("#billNumber-error")).contains("To show that it's your account");
		assertThat(page.text("label[for=billAmount]")).isEqualTo("Amount of that bill *");
		assertThat(page.value("#number")).isEqualTo("100234");
		assertThat(page.html().select("input[type=hidden][name=withBill]")).hasSize(1);
	}

	@Test
	void sendsTheBillInCents() {
		SERVICES.on("POST", LINKS, Answer.json(201, Samples.LINK));
		Page page = submit("/linked-accounts/new", "/linked-accounts/new", resident(), Map.of("number", "100234",
				"name", "EXAMPLE CUSTOMER", "withBill", "true", "billNumber", "62825", "billAmount", "$250.00"));
		assertThat(page.location()).isEqualTo("/account?linked=100234");
		assertThat(SERVICES.asked("POST", LINKS).getFirst().body())
			.isEqualTo("{\"number\":\"100234\",\"name\":\"EXAMPLE CUSTOMER\","
					+ "\"bill\":{\"number\":\"62825\",\"amount\":{\"amount\":25000,\"currency\":\"USD\"}}}");
	}

	@Test
	void tellsBesideTheFieldsOfTheBillWhatIsWrongWithThem() {
		Page page = submit("/linked-accounts/new", "/linked-accounts/new", resident(), Map.of("number", "100234",
				"name", "EXAMPLE CUSTOMER", "withBill", "true", "billNumber", " ", "billAmount", "a lot"));
		assertThat(page.text("#billNumber-error")).contains("Enter the bill number");
		assertThat(page.text("#billAmount-error")).contains("in dollars and cents");
		assertThat(page.value("#billAmount")).isEqualTo("a lot");
		assertThat(SERVICES.asked("POST", LINKS)).isEmpty();
	}

	@Test
	void keepsAskingForTheBillThatWasNotRight() {
		SERVICES.on("POST", LINKS, Answer.problem(422, "further-proof-refused"));
		Page page = submit("/linked-accounts/new", "/linked-accounts/new", resident(), Map.of("number", "100234",
				"name", "EXAMPLE CUSTOMER", "withBill", "true", "billNumber", "62825", "billAmount", "1"));
		assertThat(page.text("#number-error")).contains("with this number, name and bill");
		assertThat(page.value("#billNumber")).isEqualTo("62825");
	}

	@Test
	void saysWhenToTryAgain() {
		SERVICES.on("POST", LINKS,
				Answer.problem(429, "{\"code\":\"too-many-tries\",\"detail\":\"x\"}", Map.of("Retry-After", "7300")));
		assertThat(
				submit("/linked-accounts/new", "/linked-accounts/new", resident(), Map.of("number", "1", "name", "A"))
					.text("#number-error"))
			.contains("Try again in 3 hours");
	}

	@Test
	void removesALinkAfterAsking() {
		SERVICES.on("GET", LINKS, Samples.ONE_LINK);
		SERVICES.on("DELETE", LINKS + "/" + LINK_ID, new Answer(204, "text/plain", "", Map.of()));
		String path = "/linked-accounts/" + LINK_ID + "/remove";
		assertThat(get(path, resident()).text("main")).contains("Do you want to remove this linked account?", "100234");
		assertThat(SERVICES.asked("DELETE", LINKS + "/" + LINK_ID)).isEmpty();
		assertThat(submit(path, path, resident(), Map.of()).location()).isEqualTo("/account?removed");
		assertThat(SERVICES.asked("DELETE", LINKS + "/" + LINK_ID)).hasSize(1);
	}

	@Test
	void asksForNoForeignLink() {
		SERVICES.on("GET", LINKS, Samples.ONE_LINK);
		assertThat(get("/linked-accounts/other/remove", resident()).location()).isEqualTo("/linked-accounts");
	}

}
