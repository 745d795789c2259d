package city.plaza.billing.finance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Imports rows of which each stands for itself. */
final class SingleRows {

	private SingleRows() {
	}

	/**
	 * Reads rows, books the good ones together and reports each.
	 * @param <T> what a row holds
	 * @param <O> the outcome
	 * @param groups rows in any grouping
	 * @param report notified of every row, once
	 * @param kinds how the rows of this file are read
	 * @param book gives an outcome for each, in the same order
	 * @return completes when they are booked
	 */
	static <T, O> Mono<Void> take(List<List<Row>> groups, Report report, Kind<T, O> kinds,
			Function<List<T>, Mono<List<O>>> book) {
		Map<RowReader, T> good = new LinkedHashMap<>();
		for (Row row : groups.stream().flatMap(List::stream).toList()) {
			RowReader reader = kinds.reader(row);
			T content = kinds.read(reader);
			if (content != null) {
				good.put(reader, content);
			}
			else {
				report.reject(reader.errors());
			}
		}
		List<RowReader> readers = List.copyOf(good.keySet());
		return book.apply(List.copyOf(good.values())).doOnNext((outcomes) -> {
			for (int at = 0; at < outcomes.size(); at++) {
				RowReader reader = readers.get(at);
				kinds.report(reader, outcomes.get(at), report);
				if (!reader.isGood()) {
					report.reject(reader.errors());
				}
			}
		}).then();
	}

	/**
	 * How rows of a kind are read and reported.
	 *
	 * @param <T> what a row holds
	 * @param <O> the outcome
	 */
	interface Kind<T, O> {

		RowReader reader(Row row);

		/** What the row holds; null where the reader has found something wrong. */
		@Nullable T read(RowReader reader);

		/**
		 * Reports an accepted or unchanged row; of a refused one, notes in the reader
		 * what is wrong.
		 */
		void report(RowReader reader, O outcome, Report report);

	}

}
