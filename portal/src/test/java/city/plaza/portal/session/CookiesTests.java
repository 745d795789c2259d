package city.plaza.portal.session;

import java.time.Duration;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class CookiesTests {

	private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));

	@Test
	void signInForAsLongAsTheBrowserIsOpenAndDropTheFormsToken() {
		SessionCookie.set(this.exchange, "s3cret");
		assertThat(set("__Host-plaza").getValue()).isEqualTo("s3cret");
		assertThat(set("__Host-plaza").getMaxAge()).isNegative();
		assertThat(set("__Host-plaza-form").getMaxAge()).isZero();
	}

	@Test
	void signOut() {
		SessionCookie.clear(this.exchange);
		assertThat(set("__Host-plaza").getValue()).isEmpty();
		assertThat(set("__Host-plaza").getMaxAge()).isZero();
	}

	@Test
	void belongToThisHostAndAreOutOfReachForScripts() {
		SessionCookie.set(this.exchange, "s3cret");
		DeviceCookie.set(this.exchange, "kn0wn");
		assertThat(this.exchange.getResponse().getCookies().toSingleValueMap().values()).hasSize(3)
			.allSatisfy((cookie) -> {
				assertThat(cookie.isSecure()).isTrue();
				assertThat(cookie.isHttpOnly()).isTrue();
				assertThat(cookie.getSameSite()).isEqualTo("Lax");
				assertThat(cookie.getPath()).isEqualTo("/");
				assertThat(cookie.getDomain()).isNull();
			});
	}

	@Test
	void rememberADeviceAsLongAsBrowsersDo() {
		DeviceCookie.set(this.exchange, "kn0wn");
		assertThat(set("__Host-plaza-device").getMaxAge()).isEqualTo(Duration.ofDays(400));
	}

	@Test
	void leaveADeviceAloneThatGotNoNewToken() {
		DeviceCookie.set(this.exchange, null);
		assertThat(this.exchange.getResponse().getCookies()).isEmpty();
	}

	@Test
	void knowADeviceByItsCookie() {
		assertThat(DeviceCookie.of(this.exchange)).isNull();
		assertThat(DeviceCookie.of(sent(""))).isNull();
		assertThat(DeviceCookie.of(sent("kn0wn"))).isEqualTo("kn0wn");
	}

	private ResponseCookie set(String name) {
		return Objects.requireNonNull(this.exchange.getResponse().getCookies().getFirst(name));
	}

	private static MockServerWebExchange sent(String value) {
		return MockServerWebExchange
			.from(MockServerHttpRequest.get("/").cookie(new HttpCookie("__Host-plaza-device", value)));
	}

}
