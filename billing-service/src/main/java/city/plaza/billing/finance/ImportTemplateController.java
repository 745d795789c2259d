package city.plaza.billing.finance;

import java.util.List;

import city.plaza.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Finance", description = "Files of finance staff, and money that does not match its payment.")
class ImportTemplateController {

	@GetMapping(path = "/api/v1/finance/import-templates/{kind}", produces = CsvText.MEDIA_TYPE)
	@Operation(operationId = "getImportTemplate", summary = "A file of a kind to begin with, as CSV",
			description = "Its columns, and one example row that is rejected as `example-row` where it is imported.")
	Mono<ResponseEntity<String>> template(
			@Parameter(description = "What the rows will be.", schema = @Schema(type = "string",
					allowableValues = { "customers", "bills", "postings", "adjustments" })) @PathVariable String kind) {
		return Mono.justOrEmpty(ImportKind.of(kind))
			.map((known) -> CsvText.file(known.code() + "-template.csv")
				.body(CsvText.plain(List.of(known.columns(), known.example()))))
			.switchIfEmpty(Mono.error(Problem.notFound()::asException));
	}

}
