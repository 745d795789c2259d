package city.plaza.notification.notice;

import java.time.Duration;
import java.time.Instant;

import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DueNoticeTests {

	private static final Instant NOW = Instant.parse("2026-03-02T15:04:05Z");

	@Test
	void expiresAtItsMoment() {
		assertThat(notice(NOW).isExpiredAt(NOW.minusNanos(1))).isFalse();
		assertThat(notice(NOW).isExpiredAt(NOW)).isTrue();
		assertThat(notice(NOW).isExpiredAt(NOW.plusSeconds(1))).isTrue();
	}

	@Test
	void neverExpiresWithoutAMoment() {
		assertThat(notice(null).isExpiredAt(Instant.MAX)).isFalse();
	}

	@Test
	void settlesOnlyByMovesOfANoticeThatIsBeingSent() {
		DueNotice notice = notice(null);
		assertThat(Settlement.delivered(notice).next()).isEqualTo(NoticeState.DELIVERED);
		assertThat(Settlement.failed(notice, "refused").next()).isEqualTo(NoticeState.FAILED);
		assertThat(Settlement.replaced(notice).next()).isEqualTo(NoticeState.REPLACED);
		assertThat(Settlement.retry(notice, "down", Duration.ofSeconds(1)).next()).isEqualTo(NoticeState.RETRYING);
		for (Settlement settlement : new Settlement[] { Settlement.delivered(notice), Settlement.failed(notice, ""),
				Settlement.replaced(notice), Settlement.retry(notice, "", Duration.ZERO) }) {
			assertThat(NoticeState.SENDING.mayBecome(settlement.next())).isTrue();
		}
	}

	@Test
	void pausesOnlyBeforeAnotherTry() {
		DueNotice notice = notice(null);
		assertThat(Settlement.retry(notice, "down", Duration.ofSeconds(8)).pause()).isEqualTo(Duration.ofSeconds(8));
		assertThat(Settlement.delivered(notice).pause()).isZero();
		assertThat(Settlement.failed(notice, "refused").pause()).isZero();
	}

	private static DueNotice notice(@Nullable Instant expiresAt) {
		return new DueNotice(NoticeId.next(), Template.ACCOUNT_LINKED, "email", null, "pat@example.org", null,
				Language.ENGLISH, "{}", null, expiresAt, 1, NOW, false);
	}

}
