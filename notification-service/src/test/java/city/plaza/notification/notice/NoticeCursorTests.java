package city.plaza.notification.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import city.plaza.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NoticeCursorTests {

	private static final NoticeId ID = new NoticeId(UUID.fromString("0198c0de-0000-7000-8000-000000000006"));

	@ParameterizedTest
	@ValueSource(strings = { "2026-03-02T15:04:05.123456Z", "1970-01-01T00:00:00Z", "2028-02-29T23:59:59.999999Z" })
	void readsWhatItWrites(String at) {
		Notice notice = new Notice(ID, Template.ACCOUNT_LINKED, "email", NoticeState.DELIVERED, "Subject",
				Instant.parse(at));
		assertThat(NoticeCursor.read(NoticeCursor.behind(notice).text()))
			.isEqualTo(new NoticeCursor(Instant.parse(at), ID));
	}

	@ParameterizedTest
	@NullAndEmptySource
	void beginsBeforeTheNewestNotice(String text) {
		assertThat(NoticeCursor.read(text).at()).isAfter(Instant.parse("2999-12-31T00:00:00Z"));
	}

	/** The last ones can be read, but no database has such times. */
	@ParameterizedTest
	@ValueSource(strings = { "\n", "2026-03-02T15:04:05Z", "2026-03-02T15:04:05Z\n", "2026-03-02T15:04:05Z\nx",
			"x\n0198c0de-0000-7000-8000-000000000006",
			"+1000000000-12-31T23:59:59.999999999Z\n0198c0de-0000-7000-8000-000000000006",
			"-1000000000-01-01T00:00:00Z\n0198c0de-0000-7000-8000-000000000006",
			"+294277-01-01T00:00:00Z\n0198c0de-0000-7000-8000-000000000006",
			"-4713-01-01T00:00:00Z\n0198c0de-0000-7000-8000-000000000006" })
	void isNothingThatNoPageGave(String plain) {
		String cursor = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> NoticeCursor.read(cursor))
			.satisfies((refused) -> {
				assertThat(refused.problem().code()).isEqualTo("invalid-cursor");
				assertThat(refused.problem().field()).isEqualTo("cursor");
			});
	}

	@Test
	void isTextThatAnAddressCanHold() {
		Notice notice = new Notice(ID, Template.ACCOUNT_LINKED, "email", NoticeState.DELIVERED, "Subject",
				Instant.EPOCH);
		assertThat(NoticeCursor.behind(notice).text()).matches("[A-Za-z0-9_-]+");
	}

}
