package city.plaza.portal.finance;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** billing-service's imports, as far as they are. */
@HttpExchange("/api/v1/finance/import-runs")
interface ImportRuns {

	@GetExchange
	Mono<RunPage> list(@RequestParam(required = false) @Nullable String cursor);

	@GetExchange("/{id}")
	Mono<Run> run(@PathVariable String id);

	@GetExchange("/{id}/rejected-rows")
	Mono<Rejected> rejected(@PathVariable String id);

	record RunPage(List<Run> items, @Nullable String next) {
	}

	/**
	 * Who uploaded a file.
	 *
	 * @param id the account; zeros for the import folder
	 */
	record Staff(String id, String name) {

		private static final String FOLDER = "00000000-0000-0000-0000-000000000000";

		/** Whether it was put into a folder and uploaded by nobody. */
		public boolean folder() {
			return FOLDER.equals(this.id);
		}

	}

	record Run(String id, String kind, String fileName, boolean dryRun, String state, @Nullable Integer totalRows,
			int doneRows, int accepted, int unchanged, int rejected, Staff startedBy, Instant startedAt,
			@Nullable Instant finishedAt) {

		/** Whether nothing of it changes any more. */
		public boolean over() {
			return this.finishedAt != null;
		}

	}

	/** Why rows were left out: of each code how often, and the first rows. */
	record Rejected(List<String> columns, long count, List<Group> groups) {

		static final Rejected NONE = new Rejected(List.of(), 0, List.of());

	}

	/**
	 * Rows that were left out for one reason.
	 *
	 * @param count of all
	 * @param items the first of them
	 */
	record Group(String code, long count, List<Item> items) {

		/** As many as make plain what is wrong, on a phone too. */
		private static final int SHOWN = 5;

		/** Those that are seen at once. */
		public List<Item> first() {
			return this.items.subList(0, Math.min(SHOWN, this.items.size()));
		}

		/** Those that are seen on demand. */
		public List<Item> more() {
			return this.items.subList(first().size(), this.items.size());
		}

	}

	record Item(RowError error, List<String> fields) {

		/** The row as the file has it, but for quotes. */
		public String row() {
			return String.join(", ", this.fields);
		}

	}

	/**
	 * Why a row is left out.
	 *
	 * @param expected what would be right
	 */
	record RowError(int line, String field, String code, @Nullable String value, List<String> expected) {

		private static final Set<String> AMOUNTS = Set.of("wrong-amount", "amount-above-unpaid");

		/** The most that the amount may be, where it is more; differs from row to row. */
		public @Nullable String most() {
			return AMOUNTS.contains(this.code) && !this.expected.isEmpty() ? this.expected.getFirst() : null;
		}

		/**
		 * What the text of the code may hold: all that would be right, the first, the
		 * second.
		 */
		public Object[] arguments() {
			return Stream
				.concat(Stream.of(String.join(", ", this.expected)),
						Stream.concat(this.expected.stream(), Stream.of("", "")).limit(2))
				.toArray();
		}

	}

}
