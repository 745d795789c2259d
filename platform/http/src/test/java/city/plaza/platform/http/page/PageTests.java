package city.plaza.platform.http.page;

import java.time.LocalDate;
import java.util.List;

import city.plaza.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageTests {

	@Test
	void aCursorIsReadAsItWasWritten() {
		Cursor cursor = Cursor.of(LocalDate.of(2026, 3, 2), "A bill: 1");
		assertThat(Cursor.read(cursor.text(), (parts) -> LocalDate.parse(parts.get(0)) + "|" + parts.get(1)))
			.contains("2026-03-02|A bill: 1");
	}

	@ParameterizedTest
	@NullAndEmptySource
	void noCursorIsTheFirstPage(String text) {
		assertThat(Cursor.read(text, (parts) -> "any")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "!", "AAAA", "MjAyNi0wMy0wMg", "bm9uc2Vuc2U" })
	void refusesACursorThatNoPageGave(String text) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> Cursor.read(text, (parts) -> LocalDate.parse(parts.get(0)) + parts.get(1)))
			.satisfies((error) -> {
				assertThat(error.problem().code()).isEqualTo("invalid-cursor");
				assertThat(error.problem().status().value()).isEqualTo(422);
			});
	}

	@Test
	void aPageHasANextOneWhereMoreWasFoundThanAskedFor() {
		Page<String> first = Page.of(List.of(1, 2, 3), 2, (n) -> "n" + n, Cursor::of);
		assertThat(first.items()).containsExactly("n1", "n2");
		assertThat(first.next()).isEqualTo(Cursor.of(2).text());
		assertThat(Page.of(List.of(1, 2), 2, (n) -> "n" + n, Cursor::of).next()).isNull();
		assertThat(Page.of(List.<Integer>of(), 2, (n) -> "n" + n, Cursor::of))
			.isEqualTo(new Page<String>(List.of(), null));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 101, Integer.MAX_VALUE })
	void refusesALimitOutOfReason(int limit) {
		assertThat(Page.limit(1, 100)).isOne();
		assertThat(Page.limit(100, 100)).isEqualTo(100);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Page.limit(limit, 100))
			.satisfies((error) -> assertThat(error.problem().code()).isEqualTo("invalid-limit"));
	}

}
