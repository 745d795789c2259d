package city.plaza.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoSettingsTests {

	private static final SuiteDescription LOCAL = SuiteDescription.read("""
			{"gateway": "http://localhost:8080", "inbox": "http://localhost:18025/dev/inbox", "dataDirectory": "/",
			 "demoResident": {"email": "pat.resident@fairhaven.example", "password": "p"},
			 "staff": {"email": "finance@fairhaven.example", "password": "f", "roles": ["finance"]}}
			""".getBytes(StandardCharsets.UTF_8));

	@Test
	void usesTheSuiteOnThisMachineByDefault() {
		DemoSettings settings = DemoSettings.parse(List.of(), Map.of(), LOCAL);
		assertThat(settings.gateway()).isEqualTo(LOCAL.gateway());
		assertThat(settings.inbox()).isEqualTo(LOCAL.inbox());
		assertThat(settings.staffEmail()).isEqualTo("finance@fairhaven.example");
		assertThat(settings.staffPassword()).isEqualTo("f");
	}

	@Test
	void takesAddressesAndTheStaffAccount() {
		DemoSettings settings = DemoSettings.parse(
				List.of("--inbox-url", "http://localhost:8025", "--url", "http://plaza"),
				Map.of("PLAZA_STAFF_EMAIL", "me@fairhaven.example", "PLAZA_STAFF_PASSWORD", "secret"), LOCAL);
		assertThat(settings).isEqualTo(new DemoSettings(URI.create("http://plaza"), URI.create("http://localhost:8025"),
				"me@fairhaven.example", "secret"));
	}

	@Test
	void readsTheEmailsOfAnotherSuiteAtItsGateway() {
		assertThat(DemoSettings.parse(List.of("--url", "http://plaza"), Map.of(), LOCAL).inbox())
			.isEqualTo(URI.create("http://plaza"));
	}

	@Test
	void refusesUnknownAndIncompleteOptions() {
		assertThatThrownBy(() -> DemoSettings.parse(List.of("--fast", "x"), Map.of(), LOCAL))
			.isInstanceOf(UsageException.class)
			.hasMessageContaining("--fast");
		assertThatThrownBy(() -> DemoSettings.parse(List.of("--url"), Map.of(), LOCAL))
			.isInstanceOf(UsageException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "localhost", "localhost:8080", "//localhost", "http:", "http://", "http:///x",
			"ftp://localhost", "http://a b", "http://[::1", "--inbox-url", "http://localhost:port", "mailto:a@b" })
	void refusesWhatIsNoAddressInOneLine(String text) {
		for (String option : List.of("--url", "--inbox-url")) {
			assertThatThrownBy(() -> DemoSettings.parse(List.of(option, text), Map.of(), LOCAL))
				.isInstanceOf(UsageException.class)
				.hasMessage(option + " needs an address like https://plaza.example, not \"" + text + "\".");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080", "https://plaza.example/", "http://[::1]:8080",
			"http://10.0.0.7/city" })
	void takesEveryAddressOfHttp(String text) {
		assertThat(DemoSettings.parse(List.of("--url", text), Map.of(), LOCAL).gateway()).hasToString(text);
	}

	@Test
	void takesTheLastOfAnOptionGivenTwice() {
		assertThat(DemoSettings.parse(List.of("--url", "http://a", "--url", "http://b"), Map.of(), LOCAL).gateway())
			.hasToString("http://b");
	}

}
