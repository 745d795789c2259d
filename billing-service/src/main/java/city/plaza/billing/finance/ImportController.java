package city.plaza.billing.finance;

import java.util.List;
import java.util.UUID;

import city.plaza.billing.finance.ImportFile.Outcome;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Finance")
class ImportController {

	private final ReceiveUpload receiveUpload;

	private final ImportFile importFile;

	ImportController(ReceiveUpload receiveUpload, ImportFile importFile) {
		this.receiveUpload = receiveUpload;
		this.importFile = importFile;
	}

	@PostMapping(path = "/api/v1/finance/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Operation(summary = "Import customers, bills or postings from a CSV file",
			description = "Good rows are taken, bad ones told with their line; a bill with a bad row is left out whole. "
					+ "The same file again changes nothing. A dry run keeps nothing.",
			requestBody = @RequestBody(content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
					schema = @Schema(implementation = ImportForm.class))))
	Mono<ImportAnswer> importFile(@org.springframework.web.bind.annotation.RequestBody Flux<PartEvent> parts,
			Caller caller) {
		return this.receiveUpload.receive(parts, (upload) -> this.importFile.load(upload, caller.id()))
			.map(ImportController::respond);
	}

	private static ImportAnswer respond(Outcome outcome) {
		return switch (outcome) {
			case Outcome.Done done -> ImportAnswer.of(done.run());
			case Outcome.Refused refused -> throw problem(refused).asException();
		};
	}

	private static Problem problem(Outcome.Refused refused) {
		return switch (refused) {
			case Outcome.WrongHeader header ->
				unprocessable("wrong-header", "The first line must be: " + String.join(",", header.expected()));
			case Outcome.WrongEncoding encoding ->
				unprocessable("wrong-encoding", "The file is not UTF-8: see line %d.".formatted(encoding.line()));
			case Outcome.MalformedFile malformed -> unprocessable("malformed-file",
					"The file cannot be read as CSV from line %d on. Look for a quote that is not closed."
						.formatted(malformed.line()));
			case Outcome.Busy busy -> Problem.of(HttpStatus.CONFLICT, "import-running",
					"Another import is running. Try again when it is over.");
		};
	}

	private static Problem unprocessable(String code, String detail) {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail).field(UploadForm.FILE);
	}

	@Schema(name = "ImportForm")
	record ImportForm(@Schema(allowableValues = {
			"customers", "bills", "postings" }) String kind, @Schema(type = "string", format = "binary") String file,
			@Nullable Boolean dryRun){
	}

	/** Rows accepted, rejected and unchanged add up to those of the file. */
	record ImportAnswer(UUID id, String kind, boolean dryRun, int accepted, int rejected, int unchanged,
			List<RowError> errors) {

		static ImportAnswer of(ImportRun run) {
			return new ImportAnswer(run.id().value(), run.kind().code(), run.dryRun(), run.accepted(), run.rejected(),
					run.unchanged(), run.errors());
		}

	}

}
