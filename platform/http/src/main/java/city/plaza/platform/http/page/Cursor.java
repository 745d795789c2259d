package city.plaza.platform.http.page;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
			if (plain.indexOf('\0') >= 0) {
				throw new IllegalArgumentException("No text of PostgreSQL holds U+0000");
			}
			return Optional.of(reader.apply(List.of(plain.split(SEPARATOR, -1))));
		}
		catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException ex) {
			throw Problem
				.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-cursor",
						"The cursor must be the \"next\" of an earlier page. Leave it out for the first one.")
				.field("cursor")
				.asException();
		}
	}

	/** As clients get it. */
	public String text() {
		String plain = this.parts.stream().collect(Collectors.joining(SEPARATOR));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

}
