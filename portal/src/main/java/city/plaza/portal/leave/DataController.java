package city.plaza.portal.leave;

import reactor.core.publisher.Mono;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A copy of the visitor's data to keep. */
@Controller
class DataController {

	private final CopyData copyData;

	DataController(CopyData copyData) {
		this.copyData = copyData;
	}

	@GetMapping("/account/data")
	Mono<ResponseEntity<byte[]>> download() {
		return this.copyData.copy()
			.map((copy) -> ResponseEntity.ok()
				.contentType(MediaType.APPLICATION_JSON)
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename("my-data.json").build().toString())
				.body(copy));
	}

}
