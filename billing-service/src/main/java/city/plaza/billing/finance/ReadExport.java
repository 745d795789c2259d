package city.plaza.billing.finance;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Writes an export as CSV, chunk by chunk: memory does not grow with it. */
@Component
class ReadExport {

	private static final int CHUNK = 1000;

	private final ExportBatches batches;

	ReadExport(ExportBatches batches) {
		this.batches = batches;
	}

	/**
	 * Reads an export.
	 * @return its text; between two chunks no connection is held, so that a client that
	 * leaves or is slow keeps none. Empty where there is no such export
	 */
	Mono<Flux<String>> csv(ExportId id) {
		return this.batches.exists(id)
			.filter(Boolean::booleanValue)
			.map((known) -> chunk(id, 0)
				.expand((chunk) -> (chunk.count() < CHUNK) ? Mono.empty() : chunk(id, chunk.end()))
				.map(Chunk::csv));
	}

	private Mono<Chunk> chunk(ExportId id, int after) {
		return this.batches.lines(id, after, CHUNK)
			.map((lines) -> new Chunk(ExportWebPayments.write(lines, after == 0), lines.size(), after + lines.size()));
	}

	private record Chunk(String csv, int count, int end) {
	}

}
