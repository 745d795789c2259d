package city.plaza.gateway.docs;

import java.nio.charset.StandardCharsets;
import java.util.List;

import city.plaza.platform.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The descriptions of all APIs as pages, without a script. */
@RestController
@ConditionalOnProperty("plaza.api-description")
class DescriptionController {

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private final Descriptions descriptions;

	DescriptionController(Descriptions descriptions) {
		this.descriptions = descriptions;
	}

	@GetMapping("/api/docs")
	Mono<ResponseEntity<String>> index() {
		return Flux.fromArray(DescribedService.values())
			.flatMapSequential(this::entry)
			.collectList()
			.map((entries) -> page(HttpStatus.OK).body(IndexPage.of(List.copyOf(entries))));
	}

	@GetMapping("/api/docs/{service}.html")
	Mono<ResponseEntity<String>> service(@PathVariable String service) {
		return Mono.justOrEmpty(DescribedService.of(service))
			.switchIfEmpty(Mono.error(() -> Problem.notFound().asException()))
			.flatMap(this::entry)
			.map(DescriptionController::page);
	}

	private Mono<IndexPage.Entry> entry(DescribedService service) {
		return this.descriptions.of(service).map((description) -> new IndexPage.Entry(service, description));
	}

	private static ResponseEntity<String> page(IndexPage.Entry entry) {
		return entry.description()
			.map((description) -> page(HttpStatus.OK).body(description.page()))
			.orElseGet(() -> page(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "5")
				.body(ServicePage.missing(entry.service())));
	}

	private static ResponseEntity.BodyBuilder page(HttpStatus status) {
		return ResponseEntity.status(status).contentType(HTML).header("Content-Security-Policy", Frame.policy());
	}

}
