package city.plaza.platform.http.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class CursorTests {

	private static final long SEED = 20260303;

	@Test
	void isReadAsItWasWrittenWhateverTheTexts() {
		Random random = new Random(SEED);
		for (int round = 0; round < 500; round++) {
			List<String> parts = IntStream.range(0, 1 + random.nextInt(4)).mapToObj((i) -> text(random)).toList();
			String text = new Cursor(parts).text();
			assertThat(text).as("fits a query as it is, seed %d", SEED).matches("[A-Za-z0-9_-]+");
			assertThat(Cursor.read(text, Cursor::new)).as("seed %d", SEED).contains(new Cursor(parts));
		}
	}

	@Test
	void keepsEmptyTextsAtTheirPlaces() {
		Cursor cursor = Cursor.of("", LocalDate.EPOCH, "", "");
		assertThat(Cursor.read(cursor.text(), Cursor::new)).contains(cursor);
	}

	@ParameterizedTest
	@ValueSource(strings = { "=", "%", "a b", "a+b/", "\u0661", "\uD83D", "M", "MjAyNg==%", "AAAAA" })
	void refusesWhatIsNoCursor(String text) {
		assertRefused(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-02-30\n1", "2026-03-02", "2026-03-02\none", "\n\n", "2026-03-02\n\u0000",
			"2026-03-02\n9223372036854775808", "yesterday\n1" })
	void refusesPartsThatNoPageGave(String plain) {
		assertRefused(encode(plain.getBytes(StandardCharsets.UTF_8)));
	}

	/** PostgreSQL could not look for it, which would look like a fault of ours. */
	@Test
	void refusesATextThatNoDatabaseHolds() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> Cursor.read(encode(new byte[] { 'a', 0, 'b' }), List::getFirst));
	}

	@ParameterizedTest
	@ValueSource(strings = { "+900000000-01-01T00:00:00Z", "-900000000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z",
			"-0001-12-31T23:59:59.999Z" })
	void refusesATimeThatNoDatabaseHolds(String time) {
		assertThat(Instant.parse(time)).isNotNull();
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> Cursor.read(Cursor.of(time, 1).text(), (parts) -> Instant.parse(parts.getFirst())))
			.satisfies((error) -> assertThat(error.problem().code()).isEqualTo("invalid-cursor"));
		String date = time.substring(0, time.indexOf('T'));
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> Cursor.read(Cursor.of(1, date).text(), List::getLast));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0000-01-01T00:00:00Z", "9999-12-31", "-12-31", "+1-5", "-2026", "-20260301",
			"A-2026-03-01", "-2026-03-01-7" })
	void takesEveryOtherText(String text) {
		assertThat(Cursor.read(Cursor.of(text).text(), List::getFirst)).contains(text);
	}

	@Test
	void hidesNoBugOfTheReader() {
		assertThatNullPointerException().isThrownBy(() -> Cursor.read(Cursor.of(1).text(), (parts) -> {
			throw new NullPointerException();
		}));
	}

	@Test
	void leadsThroughAListWithoutGapsAndRepeats() {
		Random random = new Random(SEED);
		for (int round = 0; round < 100; round++) {
			List<Place> all = IntStream.range(0, random.nextInt(25))
				.mapToObj((i) -> new Place(Instant.ofEpochSecond(i / 3), new UUID(0, i)))
				.toList();
			int limit = 1 + random.nextInt(7);
			List<Place> seen = new ArrayList<>();
			Page<Place> page = page(all, null, limit);
			seen.addAll(page.items());
			while (page.next() != null) {
				assertThat(page.items()).hasSize(limit);
				page = page(all, page.next(), limit);
				assertThat(page.items()).as("no empty page, seed %d", SEED).isNotEmpty();
				seen.addAll(page.items());
			}
			assertThat(seen).as("limit %d, seed %d", limit, SEED).isEqualTo(all);
		}
	}

	record Place(Instant time, UUID id) {

		static Place read(List<String> parts) {
			return new Place(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
		}

	}

	private static Page<Place> page(List<Place> all, @Nullable String cursor, int limit) {
		int begin = Cursor.read(cursor, Place::read).map((last) -> all.indexOf(last) + 1).orElse(0);
		return Page.of(all.stream().skip(begin).limit(limit + 1).toList(), limit, (place) -> place,
				(place) -> Cursor.of(place.time(), place.id()));
	}

	private static void assertRefused(String text) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> Cursor.read(text,
					(parts) -> LocalDate.parse(parts.get(0)) + Long.toString(Long.parseLong(parts.get(1)))))
			.satisfies((error) -> {
				assertThat(error.problem().code()).isEqualTo("invalid-cursor");
				assertThat(error.problem().field()).isEqualTo("cursor");
			});
	}

	private static String text(Random random) {
		return random.ints(1, 0x110000)
			.filter((point) -> point != '\n' && (point < 0xD800 || point > 0xDFFF))
			.limit(1 + random.nextInt(12))
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static String encode(byte[] plain) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
	}

}
