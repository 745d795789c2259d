package city.plaza.benchmarks;

import java.time.Instant;
import java.util.Map;

import city.plaza.benchmarks.load.Delays;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CodeMailsTests {

	private static final Instant BEGAN = Instant.parse("2026-01-02T10:00:00Z");

	private static final String MESSAGES = """
			[{"to": "code-1@codes.example", "subject": "", "receivedAt": "2026-01-02T10:00:00.090Z"},
			 {"to": "code-1@codes.example", "subject": "", "receivedAt": "2026-01-02T10:00:00.080Z"},
			 {"to": "warm-up-1@codes.example", "subject": "", "receivedAt": "2026-01-02T10:00:00.070Z"}]""";

	@Test
	void takesTheFirstMailToEachOfItsOwnAddresses() {
		assertThat(CodeMails.received(MESSAGES, "code"))
			.containsOnly(Map.entry("code-1@codes.example", BEGAN.plusMillis(80)));
	}

	@Test
	void countsFromTheRequest() {
		Delays delays = CodeMails.delays(Map.of("code-1@codes.example", BEGAN, "code-2@codes.example", BEGAN),
				CodeMails.received(MESSAGES, "code"));
		assertThat(delays.count()).isEqualTo(1);
		assertThat(delays.millis(50)).isCloseTo(80, within(0.1));
	}

}
