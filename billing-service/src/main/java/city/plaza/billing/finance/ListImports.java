package city.plaza.billing.finance;

import java.time.Instant;
import java.util.UUID;

import city.plaza.platform.http.page.Cursor;
import city.plaza.platform.http.page.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Lists imports, newest first, page by page. */
@Component
class ListImports {

	private static final int LARGEST_PAGE = 100;

	/** After every import, and no later than the database knows. */
	private static final Place BEGINNING = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

	private final ImportRuns runs;

	ListImports(ImportRuns runs) {
		this.runs = runs;
	}

	/**
	 * Reads a page.
	 * @param cursor from the page before, or null for the first
	 * @param limit how many, from 1 to 100
	 * @return the page; the problems {@code invalid-cursor} and {@code invalid-limit}
	 */
	Mono<Page<ImportRunView>> page(@Nullable String cursor, int limit) {
		return Mono.defer(() -> {
			Place after = Cursor
				.read(cursor, (parts) -> new Place(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1))))
				.orElse(BEGINNING);
			int size = Page.limit(limit, LARGEST_PAGE);
			return this.runs.page(after.at(), after.id(), size + 1)
				.map((found) -> Page.of(found, size, ImportRunView::of, (run) -> Cursor.of(run.startedAt(), run.id())));
		});
	}

	private record Place(Instant at, UUID id) {
	}

}
