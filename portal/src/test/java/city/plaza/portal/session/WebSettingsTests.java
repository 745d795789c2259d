package city.plaza.portal.session;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebSettingsTests {

	private final WebSettings settings = new WebSettings(URI.create("https://plaza.example:8443/"),
			List.of("checkout.stripe.com"));

	@ParameterizedTest
	@ValueSource(strings = { "https://checkout.stripe.com/c/pay", "https://plaza.example:8443/sandbox-provider/1" })
	void sendToPaymentPagesThatAreNamed(String address) {
		assertThat(this.settings.isCheckout(URI.create(address))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://checkout.stripe.com/c/pay", "https://checkout.stripe.com:444/c/pay",
			"https://checkout.stripe.com.evil.example/", "https://evil.example/checkout.stripe.com",
			"https://checkout.stripe.com@evil.example/", "https://user@checkout.stripe.com/", "//checkout.stripe.com/",
			"/sandbox-provider/1", "http://plaza.example:8443/", "https://plaza.example/", "javascript:alert(1)" })
	void sendNowhereElse(String address) {
		assertThat(this.settings.isCheckout(URI.create(address))).isFalse();
	}

	@Test
	void letFormsEndOnTheSamePages() {
		assertThat(this.settings.formTargets())
			.isEqualTo("'self' https://plaza.example:8443 https://checkout.stripe.com");
	}

}
