package city.plaza.billing.finance;

import java.util.List;
import java.util.UUID;

import city.plaza.billing.finance.AcceptImport.Outcome;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Finance", description = "Files of finance staff, and money that does not match its payment.")
class ImportController {

	private final ReceiveUpload receiveUpload;

	private final ImportFile importFile;

	private final ImportErrors errors;

	private final FinanceSettings settings;

	ImportController(ReceiveUpload receiveUpload, ImportFile importFile, ImportErrors errors,
			FinanceSettings settings) {
		this.receiveUpload = receiveUpload;
		this.importFile = importFile;
		this.errors = errors;
		this.settings = settings;
	}

	@PostMapping(path = "/api/v1/finance/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Operation(operationId = "importFile", summary = "Import customers, bills or postings, and wait for the end of it",
			description = "For files of seconds; for larger ones start an import and ask how far it is. "
					+ "Good rows are taken, bad ones listed with their line; a bill with a bad row is left out whole. "
					+ "The same file again changes nothing. A dry run keeps nothing. "
					+ "Where the response does not come, the import goes on.",
			requestBody = @RequestBody(content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
					schema = @Schema(implementation = ImportForm.class),
					examples = @ExampleObject(name = "bills", value = """
							{"kind": "bills", "file": "bills.csv", "dryRun": true}""")), required = true))
	@Problems(ImportProblems.class)
	Mono<ImportAnswer> importFile(@org.springframework.web.bind.annotation.RequestBody Flux<PartEvent> parts,
			Caller caller) {
		return this.receiveUpload.receive(parts, (upload) -> this.importFile.load(upload, StaffMember.of(caller)))
			.flatMap(this::respond);
	}

	private Mono<ImportAnswer> respond(Outcome outcome) {
		return switch (outcome) {
			case Outcome.Accepted accepted -> this.errors.behind(accepted.run().id(), 0, "", this.settings.errorsTold())
				.map((rows) -> ImportAnswer.of(accepted.run(), rows.stream().map(RejectedRow::error).toList()));
			case Outcome.Refused refused -> Mono.error(() -> ImportProblems.of(refused).asException());
		};
	}

	/**
	 * The upload.
	 *
	 * @param kind what the rows are
	 * @param file CSV in UTF-8, the columns named in its first line
	 * @param dryRun true checks the file and keeps nothing
	 */
	@Schema(name = "ImportForm")
	record ImportForm(@Schema(allowableValues = {
			"customers", "bills", "postings", "adjustments" }) String kind,
			@Schema(type = "string", format = "binary") String file, @Nullable Boolean dryRun){
	}

	/**
	 * How an import ended: rows accepted, rejected and unchanged add up to those of the
	 * file.
	 *
	 * @param id of this import
	 * @param kind what the rows were
	 * @param dryRun whether nothing was kept
	 * @param accepted rows imported
	 * @param rejected rows left out
	 * @param unchanged rows that were known already
	 * @param errors why rows were left out, the first ones of the file
	 */
	record ImportAnswer(UUID id, String kind, boolean dryRun, int accepted, int rejected, int unchanged,
			List<RowError> errors) {

		static ImportAnswer of(ImportRun run, List<RowError> errors) {
			return new ImportAnswer(run.id().value(), run.kind().code(), run.dryRun(), run.progress().accepted(),
					run.progress().rejected(), run.progress().unchanged(), errors);
		}

	}

}
