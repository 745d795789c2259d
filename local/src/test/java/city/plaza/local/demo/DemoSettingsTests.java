package city.plaza.local.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;

import city.plaza.local.suite.UsageException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoSettingsTests {

	private static final URI LOCAL = URI.create("http://localhost:8080");

	private static final URI INBOX = URI.create("http://localhost:18025");

	@Test
	void walksThroughTheLocalPlazaUnlessToldOtherwise() {
		DemoSettings settings = DemoSettings.parse(List.of(), Map.of(), LOCAL, INBOX);
		assertThat(settings.gateway()).isEqualTo(LOCAL);
		assertThat(settings.inbox()).isEqualTo(INBOX);
		assertThat(settings.staffEmail()).isEqualTo("finance@fairhaven.example");
	}

	@Test
	void takesAddressesAndTheStaffAccount() {
		DemoSettings settings = DemoSettings.parse(
				List.of("--inbox-url", "http://localhost:8025", "--url", "http://plaza"),
				Map.of("PLAZA_STAFF_EMAIL", "me@fairhaven.example", "PLAZA_STAFF_PASSWORD", "secret"), LOCAL, INBOX);
		assertThat(settings).isEqualTo(new DemoSettings(URI.create("http://plaza"), URI.create("http://localhost:8025"),
				"me@fairhaven.example", "secret"));
	}

	@Test
	void readsTheMailsOfAnotherPlazaAtItsGateway() {
		assertThat(DemoSettings.parse(List.of("--url", "http://plaza"), Map.of(), LOCAL, INBOX).inbox())
			.isEqualTo(URI.create("http://plaza"));
	}

	@Test
	void saysWhatItDoesNotKnow() {
		assertThatThrownBy(() -> DemoSettings.parse(List.of("--fast", "x"), Map.of(), LOCAL, INBOX))
			.isInstanceOf(UsageException.class)
			.hasMessageContaining("--fast");
		assertThatThrownBy(() -> DemoSettings.parse(List.of("--url"), Map.of(), LOCAL, INBOX))
			.isInstanceOf(UsageException.class);
	}

}
