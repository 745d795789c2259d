package city.plaza.platform.http.page;

import java.util.List;
import java.util.function.Function;

import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A page of a list.
 *
 * @param <T> an item as the API shows it
 * @param items at most as many as asked for
 * @param next the cursor of the next page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

	public Page {
		items = List.copyOf(items);
	}

	/**
	 * Makes a page of what was found.
	 * @param <S> an item as it was found
	 * @param <T> an item as the API shows it
	 * @param found one more than asked for, where there are more
	 * @param limit how many were asked for
	 * @param item turns an item into what is shown
	 * @param cursor the place of an item
	 * @return the page
	 */
	public static <S, T> Page<T> of(List<S> found, int limit, Function<S, T> item, Function<S, Cursor> cursor) {
		List<S> shown = found.subList(0, Math.min(limit, found.size()));
		return new Page<>(shown.stream().map(item).toList(),
				(found.size() > limit) ? cursor.apply(shown.getLast()).text() : null);
	}

	/**
	 * Checks how many items a request asks for.
	 * @param limit as received
	 * @param most the largest page of this list
	 * @return the limit
	 * @throws city.plaza.platform.problem.ProblemException 422 {@code invalid-limit}
	 */
	public static int limit(int limit, int most) {
		if (limit < 1 || limit > most) {
			throw Problem
				.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-limit",
						"The limit must be from 1 to %d.".formatted(most))
				.field("limit")
				.asException();
		}
		return limit;
	}

}
