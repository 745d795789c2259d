package city.plaza.billing.payment;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps the sweeper going; a round that fails is not the last. */
@Configuration(proxyBeanMethods = false)
class PaymentSchedule {

	private static final Logger log = LoggerFactory.getLogger(PaymentSchedule.class);

	private final SweepPayments sweepPayments;

	PaymentSchedule(SweepPayments sweepPayments) {
		this.sweepPayments = sweepPayments;
	}

	@Scheduled(fixedDelayString = "${plaza.billing.payment.sweep-interval}")
	Mono<Void> lookAfterPayments() {
		// The method is called once; what it gives is subscribed to for each round.
		return Mono.defer(this.sweepPayments::sweep)
			.expand((found) -> (found == SweepPayments.AT_ONCE) ? this.sweepPayments.sweep() : Mono.empty())
			.then()
			// Nothing it waits for takes this long.
			.timeout(Duration.ofMinutes(1))
			.onErrorResume((error) -> {
				log.warn("Payments could not be looked after this time: {}", error.toString());
				return Mono.empty();
			});
	}

}
