package city.plaza.portal;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class WelcomeTests extends PortalTest {

	@Test
	void welcomesAndSaysWhatThePortalIsFor() {
		Page page = get("/", null);
		assertThat(page.status()).isEqualTo(HttpStatus.OK);
		assertThat(page.html().title()).isEqualTo("Welcome - Citizen Self Service - City of Fairhaven");
		assertThat(page.text("main")).contains("view and pay general (non-utility) bills", "Pay a utility bill",
				"(555) 010-0159", "css@fairhaven.example",
				"Monday, Tuesday, Thursday, and Friday from 7:30 AM to 5:00 PM", "Wednesday from 10:00 AM to 2:00 PM");
		assertThat(page.html().select("a[href='https://utilities.fairhaven.example/pay']")).isNotEmpty();
		assertThat(page.text("header")).contains("Login or Register");
	}

	@Test
	void showsTheResidentsNameAndTheWayOut() {
		Page page = get("/", resident());
		assertThat(page.text("header")).contains("Robin Example", "My account", "Sign out")
			.doesNotContain("Login or Register");
	}

	@Test
	void hasTheNavigationAndTheResources() {
		Page page = get("/", null);
		assertThat(page.html().select("nav[aria-label=Main] a").eachText()).containsExactly("Home", "Announcements",
				"Accounts", "Manage bills", "Customer information", "Find a bill", "Contact us", "Other services");
		assertThat(page.html().select(".plaza-menu__list").first().select("a").eachText()).containsExactly(
				"Example bill", "Instructions - Add an account", "Instructions - Pay a bill", "Help Center website",
				"City of Fairhaven website", "Garbage cart program", "Recycling cart program");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/announcements", "/contact", "/other-services", "/help/example-bill",
			"/help/add-an-account", "/help/pay-a-bill", "/login-notice", "/sign-in", "/register", "/bill-search" })
	void isReadByEverybody(String path) {
		Page page = get(path, null);
		assertThat(page.status()).isEqualTo(HttpStatus.OK);
		assertThat(page.html().select("h1")).hasSize(1);
		assertThat(page.html().select("html").attr("lang")).isEqualTo("en");
		assertThat(page.html().select("a.govuk-skip-link").attr("href")).isEqualTo("#main");
	}

	@Test
	void hasTheCitysLegalTextsAndTheOtherLanguageAtItsFoot() {
		Page page = get("/contact", null);
		assertThat(page.html().select("footer a").eachText()).containsSubsequence("Contact us", "Privacy",
				"Accessibility statement", "Español");
		assertThat(page.html().select("footer a[lang=es]").attr("href")).isEqualTo("/language/es?then=/contact");
	}

	@Test
	void pointsOutOnAnExampleBillWhereTheNumbersAre() {
		Page page = get("/help/example-bill", null);
		Element picture = page.html().selectFirst(".plaza-bill[role=img]");
		assertThat(picture).isNotNull();
		assertThat(picture.attr("aria-label")).startsWith("Picture of a bill from City of Fairhaven.");
		assertThat(picture.text()).contains("City of Fairhaven", "Finance Department", "100234", "62825");
		Element places = page.html().getElementById(picture.attr("aria-describedby"));
		assertThat(places).isNotNull();
		for (Element place : places.select("li")) {
			Element marked = picture.selectFirst("[data-call=" + place.attr("data-call") + "]");
			assertThat(marked).isNotNull();
			assertThat(place.text()).contains("(" + marked.text() + ")");
		}
		assertThat(places.select("li")).hasSameSizeAs(picture.select("[data-call]"));
		assertThat(page.html().select("main a").eachAttr("href")).contains("/bill-search", "/linked-accounts/new");
		for (String path : new String[] { "/bill-search", "/linked-accounts/new" }) {
			assertThat(get(path, resident()).html().select("main a").eachAttr("href")).contains("/help/example-bill");
		}
	}

	@Test
	void saysThatAPageIsAbsent() {
		assertThat(get("/no-such-page", null).text("h1")).isEqualTo("Page not found");
		assertThat(get("/no-such-page", resident()).status()).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(get("/help/unknown", null).status()).isEqualTo(HttpStatus.NOT_FOUND);
	}

}
