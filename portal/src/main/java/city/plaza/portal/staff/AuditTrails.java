package city.plaza.portal.staff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** The audit trails of the services, one each. */
final class AuditTrails {

	private AuditTrails() {
	}

	/** Accounts, sign-ins and staff. */
	interface OfIdentity {

		@GetExchange("/api/v1/staff/audit-entries")
		Mono<EntryPage> search(@RequestParam MultiValueMap<String, String> query);

	}

	/** Files, exports and payments. */
	interface OfBilling {

		@GetExchange("/api/v1/finance/audit-entries")
		Mono<EntryPage> search(@RequestParam MultiValueMap<String, String> query);

	}

	record EntryPage(List<Entry> items, @Nullable String next) {
	}

	record Entry(long sequence, Instant recordedAt, @Nullable String actor, String role, String action,
			String subjectType, String subjectId, @Nullable String client, String outcome,
			Map<String, Object> details) {

		/** The details in one line. */
		public String shown() {
			return this.details.entrySet()
				.stream()
				.map((detail) -> detail.getKey() + ": " + detail.getValue())
				.sorted()
				.collect(Collectors.joining(", "));
		}

	}

}
