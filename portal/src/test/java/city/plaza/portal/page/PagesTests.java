package city.plaza.portal.page;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.RedirectView;
import org.springframework.web.reactive.result.view.Rendering;

import static org.assertj.core.api.Assertions.assertThat;

class PagesTests {

	@Test
	void leadOnByGetSoThatAReloadRepeatsNothing() {
		Rendering page = Pages.seeOther("/account?removed");
		assertThat(page.status()).isNull();
		assertThat(((RedirectView) page.view()).getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(target(page)).isEqualTo("/account?removed");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "62825|/bills/62825", "A/7|/bills/A%2F7", "a b|/bills/a%20b", "x?y=1|/bills/x%3Fy%3D1",
					"../account|/bills/..%2Faccount", "50%|/bills/50%25", "{id}|/bills/%7Bid%7D", "ü|/bills/%C3%BC" })
	void encodeEveryValueOfAPath(String number, String path) {
		assertThat(target(Pages.seeOther("/bills/{billNumber}", number))).isEqualTo(path);
	}

	@Test
	void encodeTheValuesOfAQuery() {
		assertThat(target(Pages.seeOther("/account?linked={number}", "1&removed")))
			.isEqualTo("/account?linked=1%26removed");
	}

	@Test
	void leaveAnAddressAsItIs() {
		URI checkout = URI.create("https://checkout.stripe.com/c/pay?x=%2F#y");
		assertThat(target(Pages.seeOther(checkout))).isEqualTo(checkout.toString());
	}

	private static String target(Rendering page) {
		return String.valueOf(((RedirectView) page.view()).getUrl());
	}

}
