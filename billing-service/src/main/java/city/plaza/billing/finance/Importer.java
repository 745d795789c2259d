package city.plaza.billing.finance;

import java.util.List;

import reactor.core.publisher.Mono;

/** Imports the rows of one kind of file. */
interface Importer {

	ImportKind kind();

	/**
	 * Imports rows, or reports why not; in a transaction. Never leaves a half of what
	 * belongs together.
	 * @param groups rows that belong together, each group whole and by line
	 * @param report notified of every row, once
	 * @param file all rows of the file
	 * @return completes when they are written
	 */
	Mono<Void> take(List<List<Row>> groups, Report report, FileRows file);

}
