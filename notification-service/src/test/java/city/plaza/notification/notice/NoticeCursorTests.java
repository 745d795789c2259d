package city.plaza.notification.notice;

import java.time.Instant;
import java.util.UUID;

import city.plaza.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NoticeCursorTests {

	@Test
	void isReadAsItWasWritten() {
		NoticeCursor cursor = new NoticeCursor(Instant.parse("2026-03-02T15:09:05.123456Z"), UUID.randomUUID());
		assertThat(NoticeCursor.read(cursor.write())).isEqualTo(cursor);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "!", "AAAA", "MjAyNi0wMy0wMlQxNTowOTowNVo" })
	void refusesWhatNoPageHasGiven(String text) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> NoticeCursor.read(text))
			.satisfies((error) -> assertThat(error.problem().code()).isEqualTo("malformed-request"));
	}

}
