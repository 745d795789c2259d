package city.plaza.billing.finance;

import city.plaza.billing.audit.Audit;
import city.plaza.billing.audit.BillingAction;
import city.plaza.billing.finance.AcceptImport.Outcome;
import city.plaza.platform.audit.NewEntry;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.http.page.Page;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Finance", description = "Files of finance staff, and money that does not match its payment.")
class ImportRunController {

	private final ReceiveUpload receiveUpload;

	private final AcceptImport acceptImport;

	private final ImportRuns runs;

	private final ListImports listImports;

	private final ReadRejectedRows readRejectedRows;

	private final Audit audit;

	ImportRunController(ReceiveUpload receiveUpload, AcceptImport acceptImport, ImportRuns runs,
			ListImports listImports, ReadRejectedRows readRejectedRows, Audit audit) {
		this.receiveUpload = receiveUpload;
		this.acceptImport = acceptImport;
		this.runs = runs;
		this.listImports = listImports;
		this.readRejectedRows = readRejectedRows;
		this.audit = audit;
	}

	@PostMapping(path = "/api/v1/finance/import-runs", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "startImport", summary = "Start an import of customers, bills, postings or adjustments",
			description = "The response comes once the file is stored. The import then goes on by itself, "
					+ "after others that were started before it; ask for it by its id. "
					+ "Good rows are taken, bad ones listed; a bill with a bad row is left out whole. "
					+ "The same file again changes nothing. A dry run keeps nothing.",
			requestBody = @RequestBody(content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
					schema = @Schema(implementation = ImportController.ImportForm.class),
					examples = @ExampleObject(name = "bills", value = """
							{"kind": "bills", "file": "bills.csv", "dryRun": true}""")), required = true))
	@Problems(ImportProblems.OfUpload.class)
	Mono<ImportRunView> start(@org.springframework.web.bind.annotation.RequestBody Flux<PartEvent> parts,
			Caller caller) {
		return this.receiveUpload
			.receive(parts, (upload) -> this.acceptImport.accept(ImportId.random(), upload, StaffMember.of(caller)))
			.map(ImportRunController::respond);
	}

	private static ImportRunView respond(Outcome outcome) {
		return switch (outcome) {
			case Outcome.Accepted accepted -> ImportRunView.of(accepted.run());
			case Outcome.Refused refused -> throw ImportProblems.of(refused).asException();
		};
	}

	@GetMapping("/api/v1/finance/import-runs")
	@Operation(operationId = "listImports", summary = "Imports, newest first",
			description = "Those of all members of staff, test runs too.")
	Mono<Page<ImportRunView>> list(
			@Parameter(description = "The next of the page before; absent for the first.") @RequestParam(
					required = false) @Nullable String cursor,
			@Parameter(description = "The most imports to list.",
					schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100",
							defaultValue = "20")) @RequestParam(defaultValue = "20") int limit) {
		return this.listImports.page(cursor, limit);
	}

	@GetMapping("/api/v1/finance/import-runs/{id}")
	@Operation(operationId = "getImport", summary = "An import, as far as it is",
			description = "Ask again every few seconds while it is waiting or running.")
	Mono<ImportRunView> find(@Parameter(description = "The id of the import.") @PathVariable ImportId id) {
		return this.runs.find(id).map(ImportRunView::of).switchIfEmpty(Mono.error(Problem.notFound()::asException));
	}

	@GetMapping("/api/v1/finance/import-runs/{id}/rejected-rows")
	@Operation(operationId = "listRejectedRows", summary = "Why rows of an import were left out, grouped by code",
			description = "The count of each code, and the first 20 rows that have it.")
	Mono<RejectedRowList> rejected(@Parameter(description = "The id of the import.") @PathVariable ImportId id) {
		return this.readRejectedRows.grouped(id).switchIfEmpty(Mono.error(Problem.notFound()::asException));
	}

	@GetMapping(path = "/api/v1/finance/import-runs/{id}/rejected-rows/csv", produces = CsvText.MEDIA_TYPE)
	@Operation(operationId = "getRejectedRowsAsCsv", summary = "Every row of an import that was left out, as CSV",
			description = "Line, column, code, value and what would be right, then the row. The response is streamed.")
	Mono<ResponseEntity<Flux<String>>> rejectedAsCsv(
			@Parameter(description = "The id of the import.") @PathVariable ImportId id) {
		return this.readRejectedRows.csv(id)
			.flatMap((csv) -> this.audit
				.record((actor) -> NewEntry.of(actor, BillingAction.REJECTED_ROWS_READ, "import", id))
				.thenReturn(csv))
			.map((csv) -> CsvText.file("rejected-rows-" + id + ".csv").body(csv))
			.switchIfEmpty(Mono.error(Problem.notFound()::asException));
	}

}
