package city.plaza.portal;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Home and account while a registration is not complete, and afterwards. */
class UnfinishedTests extends PortalTest {

	@BeforeEach
	void answer() {
		SERVICES.on("GET", "/api/v1/customer-links", Samples.ONE_LINK);
		SERVICES.on("GET", "/api/v1/billing-summary", Samples.SUMMARY);
		SERVICES.on("GET", "/api/v1/payments", Answer.json(200, "{\"items\":[],\"next\":null}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/account" })
	void showOneNextStepAndLockNobodyOut(String path) {
		SERVICES.on("GET", "/api/v1/me", Registrations.me("address"));
		Page page = get(path, resident());
		assertThat(page.status()).isEqualTo(HttpStatus.OK);
		assertThat(page.text("#finish")).isEqualTo("Finish your registration");
		assertThat(page.text("section[aria-labelledby=finish]")).contains("Next: your mailing address.");
		assertThat(page.html().select("main .govuk-button:not(.govuk-button--secondary)").eachAttr("href"))
			.containsExactly("/registration");
		assertThat(page.html().select("a[href='/customers/100234/bills']")).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/account" })
	void showOneNextStepWhereNothingIsLinkedEither(String path) {
		SERVICES.on("GET", "/api/v1/customer-links", Samples.NO_LINK);
		SERVICES.on("GET", "/api/v1/me", Registrations.me("check"));
		Page page = get(path, resident());
		assertThat(page.text("section[aria-labelledby=finish]")).contains("Check your answers");
		assertThat(page.html().select("main .govuk-button:not(.govuk-button--secondary)").eachAttr("href"))
			.containsExactly("/registration");
	}

	@Test
	void showContactAndAddressToChangeThem() {
		SERVICES.on("GET", "/api/v1/me", Registrations.me(""));
		Page account = get("/account", resident());
		assertThat(account.html().select("#finish")).isEmpty();
		assertThat(account.text("dl")).contains("Text message", "(312) 555-0123", "Messages in Spanish",
				"Any Town, IL 62601-1234");
		assertThat(account.html().select("dl a[href^=/registration/]").eachAttr("href"))
			.containsExactly("/registration/contact?from=account", "/registration/address?from=account");
		Page home = get("/?registered", resident());
		assertThat(home.text("[role=status]")).contains("Your registration is complete");
		assertThat(home.text("section[aria-labelledby=profile]")).contains("(312) 555-0123", "Any Town, IL 62601-1234");
		assertThat(home.text("header details")).contains("Robin Example");
	}

}
