package city.plaza.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

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

}
