package city.plaza.portal.finance;

import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Passes a file of billing-service on without holding it. */
final class Csv {

	private Csv() {
	}

	static ResponseEntity<Flux<DataBuffer>> file(String name, ResponseEntity<Flux<DataBuffer>> response) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(response.getBody() != null ? response.getBody() : Flux.<DataBuffer>empty());
	}

}
