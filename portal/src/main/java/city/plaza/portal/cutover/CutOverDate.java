package city.plaza.portal.cutover;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** identity-service's answer to from when residents register anew. */
@HttpExchange
public interface CutOverDate {

	@GetExchange("/api/v1/registrations/legacy")
	Mono<Reading> read();

	/**
	 * What it answers.
	 *
	 * @param cutOver the first day, in the city's time zone; null where nobody has to
	 * register anew
	 * @param begun whether that day has come
	 */
	record Reading(@Nullable LocalDate cutOver, boolean begun) {
	}

}
