package city.plaza.platform.http.page;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Where a page ended: the next one begins behind this place. To clients it is an opaque
 * text, the {@code next} of the page before.
 *
 * @param parts what the place is known by, in the order of the list
 */
public record Cursor(List<String> parts) {

	private static final String SEPARATOR = "\n";

	/** A date or time of a year that is not one of 0000 to 9999. */
	private static final Pattern OTHER_YEAR = Pattern.compile("[+-][0-9]{4,}-[0-9]{2}-[0-9]{2}(T|$)");

	public Cursor {
		parts = List.copyOf(parts);
	}

	/**
	 * A place.
	 * @param parts what it is known by; their texts hold no line break
	 * @return the cursor
	 */
	public static Cursor of(Object... parts) {
		return new Cursor(Arrays.stream(parts).map(Object::toString).toList());
	}

	/**
	 * Reads the cursor of a request.
	 * @param <T> the place as the list describes it
	 * @param text as received, or null for the first page
	 * @param reader reads the parts; what it throws for a text or a date it cannot read,
	 * or a part that is missing, becomes a problem
	 * @return the place; empty for the first page
	 * @throws city.plaza.platform.problem.ProblemException 422 {@code invalid-cursor}
	 */
	public static <T> Optional<T> read(@Nullable String text, Function<List<String>, T> reader) {
		if (text == null || text.isEmpty()) {
			return Optional.empty();
		}
		try {
			String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
			List<String> parts = List.of(plain.split(SEPARATOR, -1));
			if (!parts.stream().allMatch(Cursor::isStorable)) {
				throw new IllegalArgumentException("Not of a page");
			}
			return Optional.of(reader.apply(parts));
		}
		catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException ex) {
			throw Problem
				.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-cursor",
						"The cursor must be the \"next\" of an earlier page. Leave it out for the first one.")
				.field("cursor")
				.asException();
		}
	}

	/**
	 * Java reads more than PostgreSQL holds; the query would fail in place of the cursor.
	 */
	private static boolean isStorable(String part) {
		return part.indexOf('\0') < 0 && !OTHER_YEAR.matcher(part).lookingAt();
	}

	/** As clients get it. */
	public String text() {
		String plain = this.parts.stream().collect(Collectors.joining(SEPARATOR));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

}
