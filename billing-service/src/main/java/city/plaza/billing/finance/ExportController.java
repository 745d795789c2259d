package city.plaza.billing.finance;

import java.util.List;

import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Finance", description = "Files of finance staff, and money that does not match its payment.")
class ExportController {

	private static final String CSV = "text/csv;charset=UTF-8";

	private static final int LATEST = 20;

	private static final Problem NOTHING_NEW = Problem.of(HttpStatus.CONFLICT, "nothing-to-export",
			"Every web payment that is yet to be posted is in an earlier export.");

	private final ExportWebPayments exportWebPayments;

	private final MakeExport makeExport;

	private final ReadExport readExport;

	private final ExportBatches batches;

	ExportController(ExportWebPayments exportWebPayments, MakeExport makeExport, ReadExport readExport,
			ExportBatches batches) {
		this.exportWebPayments = exportWebPayments;
		this.makeExport = makeExport;
		this.readExport = readExport;
		this.batches = batches;
	}

	@GetMapping(path = "/api/v1/finance/exports/web-payments", produces = CSV)
	@Operation(operationId = "listWebPaymentsAsCsv",
			summary = "All web payments that are yet to be posted, exported before or not, as CSV",
			description = "To compare. What is to be booked comes from exports, which name each part of a payment once.")
	Mono<ResponseEntity<String>> webPayments() {
		return this.exportWebPayments.csv().map((csv) -> file("web-payments.csv").body(csv));
	}

	@Problems(NothingNew.class)
	@PostMapping("/api/v1/finance/exports")
	@Operation(operationId = "makeExport",
			summary = "Make an export of the web payments to be posted that are in no earlier export",
			description = "Each part of a payment is in one export only, so that it is booked once.")
	Mono<ExportBatch> make(Caller caller) {
		return this.makeExport.make(caller.id()).switchIfEmpty(Mono.error(NOTHING_NEW::asException));
	}

	@GetMapping("/api/v1/finance/exports")
	@Operation(operationId = "listExports", summary = "The latest 20 exports, newest first",
			description = "Older ones can still be fetched by their id.")
	Mono<ExportList> list() {
		return this.batches.latest(LATEST).map(ExportList::new);
	}

	@GetMapping(path = "/api/v1/finance/exports/{id}", produces = CSV)
	@Operation(operationId = "getExportAsCsv", summary = "The lines of an export as CSV, the same each time",
			description = "The response is streamed.")
	Mono<ResponseEntity<Flux<String>>> batch(
			@Parameter(description = "The id of the export.") @PathVariable ExportId id) {
		return this.readExport.csv(id)
			.map((csv) -> file("web-payments-" + id + ".csv").body(csv))
			.switchIfEmpty(Mono.error(Problem.notFound()::asException));
	}

	/** There is nothing to export. */
	static class NothingNew implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(NOTHING_NEW);
		}

	}

	private static ResponseEntity.BodyBuilder file(String name) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString());
	}

	/**
	 * The latest exports.
	 *
	 * @param items newest first
	 */
	@Schema(name = "ExportList")
	record ExportList(List<ExportBatch> items) {
	}

}
