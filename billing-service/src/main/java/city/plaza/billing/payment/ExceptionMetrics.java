package city.plaza.billing.payment;

import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The figure on which operators are alerted: does money wait for a decision? */
@Component
class ExceptionMetrics {

	private static final Logger log = LoggerFactory.getLogger(ExceptionMetrics.class);

	private final PaymentExceptions exceptions;

	private final AtomicLong open = new AtomicLong();

	ExceptionMetrics(PaymentExceptions exceptions, MeterRegistry registry) {
		this.exceptions = exceptions;
		Gauge.builder("plaza.payment.exceptions.open", this.open, AtomicLong::get)
			.description("Payments whose money does not match them and that wait for a decision by finance")
			.register(registry);
	}

	@Scheduled(fixedDelay = 30_000, initialDelay = 5_000)
	Mono<Void> count() {
		return Mono.defer(this.exceptions::countOpen).doOnNext(this.open::set).then().onErrorResume((error) -> {
			log.warn("Open payment exceptions could not be counted this time: {}", error.toString());
			return Mono.empty();
		});
	}

}
