package city.plaza.portal.finance;

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

	@PostExchange(url = "/import-runs", contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<ImportRuns.Run> start(@RequestBody Flux<PartEvent> form);

	@GetExchange("/import-runs/{id}/rejected-rows/csv")
	Mono<ResponseEntity<Flux<DataBuffer>>> rejected(@PathVariable String id);

	@GetExchange("/import-templates/{kind}")
	Mono<ResponseEntity<Flux<DataBuffer>>> template(@PathVariable String kind);

	@GetExchange("/exports/web-payments")
	Mono<ResponseEntity<Flux<DataBuffer>>> webPayments();

	@GetExchange("/exports/{id}")
	Mono<ResponseEntity<Flux<DataBuffer>>> export(@PathVariable String id);

}
