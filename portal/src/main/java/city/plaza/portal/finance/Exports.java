package city.plaza.portal.finance;

import java.time.Instant;
import java.util.List;

import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** billing-service's exports of web payments for posting. */
@HttpExchange("/api/v1/finance/exports")
interface Exports {

	@GetExchange
	Mono<ExportList> list(@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(required = false) @Nullable String postedBy);

	@PostExchange
	Mono<Export> make();

	record ExportList(List<Export> items, @Nullable String next) {
	}

	record Export(String id, Instant createdAt, long lines, Money total, ImportRuns.Staff createdBy, String state,
			long postedLines, Money postedTotal) {
	}

}
