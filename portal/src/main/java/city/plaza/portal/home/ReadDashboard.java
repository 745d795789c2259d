package city.plaza.portal.home;

import java.util.Optional;

import city.plaza.platform.problem.RequestLog;
import city.plaza.portal.account.Residents;
import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.client.ServiceUnavailable;
import city.plaza.portal.link.CustomerLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Asks the services for the parts of a dashboard, all at once. A part that one of them
 * cannot give is missing, and the others are shown.
 */
@Component
class ReadDashboard {

	private static final Logger log = LoggerFactory.getLogger(ReadDashboard.class);

	private static final int PAYMENTS = 5;

	private final Summaries summaries;

	private final CustomerLinks links;

	private final Residents residents;

	ReadDashboard(Summaries summaries, CustomerLinks links, Residents residents) {
		this.summaries = summaries;
		this.links = links;
		this.residents = residents;
	}

	Mono<Dashboard> read() {
		return Mono
			.zip(orMissing(this.summaries.summary()),
					orMissing(this.summaries.payments(PAYMENTS).map(Summaries.LatestPayments::items)),
					orMissing(this.links.all().map(CustomerLinks.Page::items)), orMissing(this.residents.me()))
			.map((parts) -> new Dashboard(parts.getT1().orElse(null), parts.getT2().orElse(null),
					parts.getT3().orElse(null), parts.getT4().orElse(null)));
	}

	/** Only a session that is over concerns the page as a whole. */
	private static <T> Mono<Optional<T>> orMissing(Mono<T> part) {
		return part.map(Optional::of)
			.onErrorResume(ServiceUnavailable.class, (outage) -> Mono.just(Optional.empty()))
			.onErrorResume(ApiProblem.class, (problem) -> {
				if (problem.status().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
					return Mono.error(problem);
				}
				return RequestLog.write(() -> log.warn("A part of the home page is refused: {}", problem.toString()))
					.thenReturn(Optional.empty());
			});
	}

}
