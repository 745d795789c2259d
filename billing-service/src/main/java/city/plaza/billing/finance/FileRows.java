package city.plaza.billing.finance;

import java.util.Collection;
import java.util.List;

import reactor.core.publisher.Mono;

/** The rows of the file that is being imported, wherever they stand. */
@FunctionalInterface
interface FileRows {

	/**
	 * Finds rows.
	 * @param keys what rows belong together by
	 * @return the rows of these keys
	 */
	Mono<List<Row>> of(Collection<String> keys);

}
