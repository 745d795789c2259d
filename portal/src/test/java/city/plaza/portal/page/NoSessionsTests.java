package city.plaza.portal.page;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NoSessionsTests {

	private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

	private final WebSession session = new NoSessions().webSessionManager(Clock.fixed(NOW, ZoneOffset.UTC))
		.getSession(MockServerWebExchange.from(MockServerHttpRequest.get("/")))
		.block();

	@Test
	void areThereForThymeleafAndHoldNothing() {
		assertThat(this.session.getAttributes()).isEmpty();
		assertThat(this.session.isStarted()).isFalse();
		assertThat(this.session.getCreationTime()).isEqualTo(NOW).isEqualTo(this.session.getLastAccessTime());
	}

	@Test
	void keepNothing() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> this.session.getAttributes().put("a", 1));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(this.session::start);
	}

}
