package city.plaza.portal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Another city's portal: everything that is a city's own comes from the file that its
 * operator mounts. A context of its own, for the city is read at the start.
 */
@TestPropertySource(properties = "plaza.city.file=classpath:second-city.yml")
class SecondCityTests extends PortalTest {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/announcements", "/contact", "/other-services", "/help/example-bill",
			"/help/add-an-account", "/help/pay-a-bill", "/sign-in", "/register", "/no-such-page" })
	void isNowhereTheSampleCity(String path) {
		for (String language : new String[] { "en", "es" }) {
			Page page = page(this.client.get()
				.uri("http://localhost:" + this.port + path)
				.header(HttpHeaders.ACCEPT_LANGUAGE, language)
				.exchange()
				.expectBody()
				.returnResult());
			assertThat(page.html().outerHtml()).doesNotContainIgnoringCase("fairhaven")
				.doesNotContain("Citizen Self Service", "Finance Department", "(555) 010-0159");
			assertThat(page.html().title()).endsWith(" - MyLakeview - Town of Lakeview");
			assertThat(page.html().select("html").attr("lang")).isEqualTo(language);
		}
	}

	@Test
	void hasItsOwnContactsHoursLinksAndColours() {
		Page page = get("/contact", null);
		assertThat(page.text("main"))
			.contains("contact the Town of Lakeview Treasurer's Office", "(555) 010-0200", "bills@lakeview.example",
					"(555) 010-0201", "Saturday from 9:00 AM to 12:00 PM", "in Lakeview.", "within three business days")
			.doesNotContain("Monday", "Christmas");
		assertThat(page.html().select("header img")).isEmpty();
		assertThat(page.html().select("footer a[href='https://www.lakeview.example/privacy']").text())
			.isEqualTo("Privacy notice");
		assertThat(page.html().select("meta[name=theme-color]").attr("content")).isEqualTo("#5c1a1b");
	}

	@Test
	void saysInWhichLanguageItsTextsAreWhereOneIsMissing() {
		Page page = page(this.client.get()
			.uri("http://localhost:" + this.port + "/other-services")
			.header(HttpHeaders.ACCEPT_LANGUAGE, "es")
			.exchange()
			.expectBody()
			.returnResult());
		assertThat(page.html().select("main a[href='https://library.lakeview.example/']").attr("lang")).isEqualTo("en");
		assertThat(page.html().select("header a[href='https://library.lakeview.example/']").text())
			.isEqualTo("Biblioteca");
	}

	@Test
	void goesStraightToSignInWithoutANotice() {
		Page page = get("/login-notice", null);
		assertThat(page.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(page.location()).isEqualTo("/sign-in");
		assertThat(get("/announcements", null).text("main")).contains("There are no announcements.");
	}

}
