package city.plaza.gateway.contact;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the contact for reports of vulnerabilities (RFC 9116). */
@RestController
class SecurityTextController {

	private static final String PATH = "/.well-known/security.txt";

	private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

	private final ContactSettings settings;

	private final Clock clock;

	SecurityTextController(ContactSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	@GetMapping(PATH)
	Mono<ResponseEntity<String>> text() {
		return Mono.just(ResponseEntity.ok()
			.contentType(TEXT)
			.cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
			.body(lines()));
	}

	// It ends by itself later each day: as long as it is served, it counts.
	private String lines() {
		StringBuilder lines = new StringBuilder();
		for (URI contact : this.settings.contacts()) {
			lines.append("Contact: ").append(contact).append('\n');
		}
		return lines.append("Expires: ")
			.append(this.clock.instant().truncatedTo(ChronoUnit.DAYS).plus(this.settings.validFor()))
			.append("\nPreferred-Languages: en\nCanonical: ")
			.append(this.settings.canonical().resolve(PATH))
			.append('\n')
			.toString();
	}

}
