package city.plaza.portal.page;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

class SignInAgainTests {

	private static final String FORM = "application/x-www-form-urlencoded";

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = {
			"GET, /bills/1?asOf=6%2F1%2F2021, -, -, 303, /sign-in?then=%2Fbills%2F1%3FasOf%3D6%252F1%252F2021",
			"POST, /bills/1/pay, " + FORM + ", -, 307, /session-ended?then=%2Fbills%2F1%2Fpay",
			"POST, /bills/1/pay, " + FORM + ";charset=UTF-8, -, 307, /session-ended?then=%2Fbills%2F1%2Fpay",
			"POST, /finance/imports, multipart/form-data, http://localhost/finance?x=1, 303, /sign-in?then=%2Ffinance%3Fx%3D1",
			"POST, /finance/imports, multipart/form-data, -, 303, /sign-in?then=%2F",
			"POST, /finance/imports, -, not an address, 303, /sign-in?then=%2F",
			"DELETE, /x, -, https://evil.example//evil.example, 303, /sign-in?then=%2F" })
	void leadsBack(String method, String address, @Nullable String type, @Nullable String referrer, int status,
			String location) {
		MockServerHttpRequest.BodyBuilder request = MockServerHttpRequest.method(HttpMethod.valueOf(method),
				URI.create("http://localhost" + address));
		if (type != null) {
			request.header(HttpHeaders.CONTENT_TYPE, type);
		}
		if (referrer != null) {
			request.header(HttpHeaders.REFERER, referrer);
		}
		SignInAgain again = SignInAgain.from(request.build());
		assertThat(again.status().value()).isEqualTo(status);
		assertThat(again.address()).hasToString(location);
	}

}
