package city.plaza.portal.cutover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.client.ServiceUnavailable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The day from which residents of an earlier portal register anew. Pages that everybody
 * opens show it, so that identity-service is asked at most once a minute.
 */
@Component
public class CutOver {

	private static final Duration KEPT_FOR = Duration.ofMinutes(1);

	private final CutOverDate date;

	private final Clock clock;

	private volatile @Nullable Kept kept;

	public CutOver(CutOverDate date, Clock clock) {
		this.date = date;
		this.clock = clock;
	}

	/**
	 * The day, for the notice on pages that have another purpose.
	 * @return empty before that day, where nobody has to register anew, and while
	 * identity-service is down: those pages are then shown without the notice
	 */
	public Mono<Optional<LocalDate>> begun() {
		return read().map((reading) -> Optional.ofNullable(reading.begun() ? reading.cutOver() : null))
			.onErrorResume((error) -> error instanceof ServiceUnavailable || error instanceof ApiProblem,
					(outage) -> Mono.just(Optional.empty()));
	}

	/** The day and whether it has come; fails while identity-service is down. */
	Mono<CutOverDate.Reading> read() {
		return Mono.defer(() -> {
			Kept last = this.kept;
			return (last != null && this.clock.instant().isBefore(last.until())) ? Mono.just(last.reading())
					: this.date.read().doOnNext(this::keep);
		});
	}

	private void keep(CutOverDate.Reading reading) {
		this.kept = new Kept(reading, this.clock.instant().plus(KEPT_FOR));
	}

	private record Kept(CutOverDate.Reading reading, Instant until) {
	}

}
