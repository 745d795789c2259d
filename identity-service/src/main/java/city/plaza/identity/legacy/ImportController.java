package city.plaza.identity.legacy;

import java.util.List;

import city.plaza.platform.audit.Actor;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController("legacyImportController")
@Tag(name = "Legacy residents", description = "Residents of the portal before, for staff.")
class ImportController {

	private final ReceiveFile receive;

	private final ImportRecords load;

	ImportController(ReceiveFile receive, ImportRecords load) {
		this.receive = receive;
		this.load = load;
	}

	@PostMapping(path = "/api/v1/legacy-residents/imports", consumes = ReceiveFile.MEDIA_TYPE)
	@Operation(operationId = "importLegacyResidents", summary = "Import the residents of the portal before",
			description = "Good rows are taken, bad ones listed with their line. The same file again changes nothing, "
					+ "nor does any file change a record that came back to an account. A dry run keeps nothing. "
					+ "For finance staff; at most 5 MB.",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = ReceiveFile.MEDIA_TYPE, schema = @Schema(type = "string",
							description = "CSV in UTF-8 that names its columns in the first line. Several customer numbers "
									+ "are separated by spaces; phone and address may be empty."),
							examples = @ExampleObject(name = "residents", value = ReceiveFile.EXAMPLE))))
	@Problems(ImportProblems.class)
	Mono<LegacyImportReport> load(Caller caller,
			@org.springframework.web.bind.annotation.RequestBody(required = false) Flux<DataBuffer> body,
			@Parameter(description = "True checks the file and keeps nothing.") @RequestParam(
					defaultValue = "false") boolean dryRun) {
		return this.receive.receive(body)
			.publishOn(Schedulers.boundedElastic())
			.map(LegacyFile::read)
			.flatMap((outcome) -> switch (outcome) {
				case LegacyFile.Outcome.Read(var file) -> load(file, dryRun, Actor.of(caller));
				case LegacyFile.Outcome.Refused refused -> Mono.error(ImportProblems.of(refused).asException());
			});
	}

	private Mono<LegacyImportReport> load(LegacyFile file, boolean dryRun, Actor by) {
		return (dryRun ? this.load.tryOut(file, by) : this.load.load(file, by))
			.map((counts) -> LegacyImportReport.of(file, counts, dryRun));
	}

	/**
	 * How an import ended: all counts but that of the rows add up to it.
	 *
	 * @param dryRun whether nothing was kept
	 * @param rows of the file without its header
	 * @param added people who were unknown
	 * @param changed records that were different
	 * @param unchanged records that were the same
	 * @param reclaimed records that stay as they are, for they came back to an account
	 * @param rejected rows left out
	 * @param errors why rows were left out; at most {@value LegacyFile#MOST_ERRORS}
	 */
	record LegacyImportReport(boolean dryRun, int rows, int added, int changed, int unchanged, int reclaimed,
			int rejected, List<RowError> errors) {

		static LegacyImportReport of(LegacyFile file, ImportCounts counts, boolean dryRun) {
			return new LegacyImportReport(dryRun, file.rows(), counts.added(), counts.changed(), counts.unchanged(),
					counts.reclaimed(), file.rejected(), file.errors());
		}

	}

}
