package city.plaza.billing.finance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.billing.audit.Audit;
import city.plaza.billing.audit.BillingAction;
import city.plaza.platform.audit.NewEntry;
import city.plaza.platform.http.page.Cursor;
import city.plaza.platform.http.page.Page;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Finance", description = "Files of finance staff, and money that does not match its payment.")
class ExportController {

	private static final int LARGEST_PAGE = 100;

	/** Later than any export. */
	private static final Place BEGINNING = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

	private static final Problem NOTHING_NEW = Problem.of(HttpStatus.CONFLICT, "nothing-to-export",
			"Every web payment that is yet to be posted is in an earlier export.");

	private final ExportWebPayments exportWebPayments;

	private final MakeExport makeExport;

	private final ReadExport readExport;

	private final ExportBatches batches;

	private final Audit audit;

	ExportController(ExportWebPayments exportWebPayments, MakeExport makeExport, ReadExport readExport,
			ExportBatches batches, Audit audit) {
		this.exportWebPayments = exportWebPayments;
		this.makeExport = makeExport;
		this.readExport = readExport;
		this.batches = batches;
		this.audit = audit;
	}

	@GetMapping(path = "/api/v1/finance/exports/web-payments", produces = CsvText.MEDIA_TYPE)
	@Operation(operationId = "listWebPaymentsAsCsv",
			summary = "All web payments that are yet to be posted, exported before or not, as CSV",
			description = "To compare. What is to be booked comes from exports, which name each part of a payment once.")
	Mono<ResponseEntity<String>> webPayments() {
		return this.audit.record((actor) -> NewEntry.of(actor, BillingAction.WEB_PAYMENTS_READ, "export", "pending"))
			.then(this.exportWebPayments.csv())
			.map((csv) -> CsvText.file("web-payments.csv").body(csv));
	}

	@Problems(NothingNew.class)
	@PostMapping("/api/v1/finance/exports")
	@Operation(operationId = "makeExport",
			summary = "Make an export of the web payments to be posted that are in no earlier export",
			description = "Each part of a payment is in one export only, so that it is booked once.")
	Mono<ExportBatch> make(Caller caller) {
		return this.makeExport.make(StaffMember.of(caller)).switchIfEmpty(Mono.error(NOTHING_NEW::asException));
	}

	@GetMapping("/api/v1/finance/exports")
	@Operation(operationId = "listExports", summary = "Exports, newest first",
			description = "With how much of each is posted. All of them can be fetched by their id.")
	Mono<ExportList> list(
			@Parameter(description = "The `next` of the page before; absent for the first one.") @RequestParam(
					required = false) @Nullable String cursor,
			@Parameter(
					description = "The id of an import of postings: lists only the exports that it posted something of.") @RequestParam(
							required = false) @Nullable ImportId postedBy,
			@Parameter(description = "The most exports to list.",
					schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100",
							defaultValue = "20")) @RequestParam(defaultValue = "20") int limit) {
		Place after = Cursor
			.read(cursor, (parts) -> new Place(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1))))
			.orElse(BEGINNING);
		int size = Page.limit(limit, LARGEST_PAGE);
		return this.batches.page(after.at(), after.id(), postedBy, size + 1)
			.map((found) -> Page.of(found, size, (batch) -> batch, (batch) -> Cursor.of(batch.createdAt(), batch.id())))
			.map((page) -> new ExportList(page.items(), page.next()));
	}

	private record Place(Instant at, UUID id) {
	}

	@GetMapping(path = "/api/v1/finance/exports/{id}", produces = CsvText.MEDIA_TYPE)
	@Operation(operationId = "getExportAsCsv", summary = "The lines of an export as CSV, the same each time",
			description = "The response is streamed.")
	Mono<ResponseEntity<Flux<String>>> batch(
			@Parameter(description = "The id of the export.") @PathVariable ExportId id) {
		return this.readExport.csv(id)
			.flatMap((csv) -> this.audit.record((actor) -> NewEntry.of(actor, BillingAction.EXPORT_READ, "export", id))
				.thenReturn(csv))
			.map((csv) -> CsvText.file("web-payments-" + id + ".csv").body(csv))
			.switchIfEmpty(Mono.error(Problem.notFound()::asException));
	}

	/** There is nothing to export. */
	static class NothingNew implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(NOTHING_NEW);
		}

	}

	/**
	 * A page of exports.
	 *
	 * @param items newest first
	 * @param next the cursor of the next page; null on the last
	 */
	@Schema(name = "ExportList")
	record ExportList(List<ExportBatch> items, @Nullable String next) {
	}

}
