package city.plaza.billing.finance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Finance")
class ExportController {

	private static final String CSV = "text/csv;charset=UTF-8";

	private final ExportWebPayments exportWebPayments;

	ExportController(ExportWebPayments exportWebPayments) {
		this.exportWebPayments = exportWebPayments;
	}

	@GetMapping(path = "/api/v1/finance/exports/web-payments", produces = CSV)
	@Operation(summary = "The web payments that are yet to be posted, as CSV")
	Mono<ResponseEntity<String>> webPayments() {
		ContentDisposition file = ContentDisposition.attachment().filename("web-payments.csv").build();
		return this.exportWebPayments.csv()
			.map((csv) -> ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, file.toString()).body(csv));
	}

}
