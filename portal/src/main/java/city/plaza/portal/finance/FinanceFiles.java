package city.plaza.portal.finance;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** billing-service's files for the finance department. */
@HttpExchange("/api/v1/finance")
interface FinanceFiles {

	@PostExchange(url = "/imports", contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<ImportResult> load(@RequestBody Flux<PartEvent> form);

	@GetExchange("/exports/web-payments")
	Mono<ResponseEntity<Flux<DataBuffer>>> webPayments();

	@GetExchange("/exports/{id}")
	Mono<ResponseEntity<Flux<DataBuffer>>> export(@PathVariable String id);

	record ImportResult(String id, @Nullable String kind, boolean dryRun, int accepted, int rejected, int unchanged,
			@Nullable List<RowError> errors) {
	}

	record RowError(int line, @Nullable String field, String code, @Nullable String message) {
	}

}
