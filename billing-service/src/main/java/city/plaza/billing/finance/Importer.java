package city.plaza.billing.finance;

import java.util.List;

import reactor.core.publisher.Mono;

/** Brings in the rows of one kind of file. */
interface Importer {

	ImportKind kind();

	/**
	 * Takes rows, or says why not; in a transaction. Never leaves a half of what belongs
	 * together.
	 * @param groups rows that belong together, each group whole and by line
	 * @param report told of every row, once
	 * @return completes when they are written
	 */
	Mono<Void> take(List<List<Row>> groups, Report report);

}
