package city.plaza.identity.session;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox | Windows
					Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1 | Mobile Safari | iOS
					Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 | Chrome Mobile | Android
					nothing known | |
					""")
	void namesBrowserAndSystem(String agent, @Nullable String browser, @Nullable String system) {
		Device device = Device.of(MockServerHttpRequest.get("/").header(HttpHeaders.USER_AGENT, agent).build());
		assertThat(device.browser()).isEqualTo(browser);
		assertThat(device.system()).isEqualTo(system);
	}

	@Test
	void readsNothingOfWhatNoBrowserSends() {
		String endless = "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0" + "(".repeat(5000);
		assertThat(Device.of(MockServerHttpRequest.get("/").header(HttpHeaders.USER_AGENT, endless).build()).inBrief())
			.isNull();
	}

	@ParameterizedTest
	@CsvSource({ "192.0.2.7, 192.0.2.7", "2001:db8::1, 2001:db8:0:0:0:0:0:1", "<script>, ", "example.org, ", "'', " })
	void takesAnAddressAndNothingElse(String forwarded, @Nullable String address) {
		assertThat(Device.of(MockServerHttpRequest.get("/").header("X-Forwarded-For", forwarded).build()).address())
			.isEqualTo(address);
	}

	@ParameterizedTest
	@CsvSource({ "Firefox, Windows, 'Firefox, Windows'", "Firefox, , Firefox", ", iOS, iOS", ", , " })
	void isShortInAMail(@Nullable String browser, @Nullable String system, @Nullable String brief) {
		assertThat(new Device(browser, system, "192.0.2.7").inBrief()).isEqualTo(brief);
	}

}
