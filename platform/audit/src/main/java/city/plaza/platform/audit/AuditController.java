package city.plaza.platform.audit;

import java.time.Instant;
import java.util.UUID;

import city.plaza.platform.http.page.Page;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail of a service, at the address that the service has for it. */
@RestController
@Tag(name = "Audit", description = "Who did what, for administrators.")
class AuditController {

	private final SearchTrail searchTrail;

	AuditController(SearchTrail searchTrail) {
		this.searchTrail = searchTrail;
	}

	@GetMapping("${plaza.audit.path}")
	@Operation(operationId = "searchAuditTrail", summary = "Entries of the audit trail, newest first",
			description = "Each given value must fit exactly. An entry is here a second after it was written. "
					+ "That somebody looked is an entry itself.")
	Mono<Page<AuditEntryView>> search(Caller caller,
			@Parameter(description = "When it happened at the earliest.") @RequestParam(
					required = false) @Nullable Instant from,
			@Parameter(description = "Before when it happened.") @RequestParam(
					required = false) @Nullable Instant until,
			@Parameter(description = "The account of who did it.") @RequestParam(required = false) @Nullable UUID actor,
			@Parameter(description = "What was done, such as `signed-in`.") @RequestParam(
					required = false) @Nullable String action,
			@Parameter(description = "The id of what it was done to.") @RequestParam(
					required = false) @Nullable String subject,
			@Parameter(description = "The `next` of the page before; absent for the first one.") @RequestParam(
					required = false) @Nullable String cursor,
			@Parameter(description = "The most entries to list.",
					schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100",
							defaultValue = "50")) @RequestParam(defaultValue = "50") int limit) {
		return this.searchTrail.page(new AuditQuery(from, until, actor, action, subject), cursor, limit,
				Actor.of(caller));
	}

}
