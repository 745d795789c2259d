package city.plaza.billing.proof;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks for changed bills; a round that fails is not the last. */
@Configuration(proxyBeanMethods = false)
class ProofSchedule {

	private static final Logger log = LoggerFactory.getLogger(ProofSchedule.class);

	private final PublishBillProofs publishBillProofs;

	ProofSchedule(PublishBillProofs publishBillProofs) {
		this.publishBillProofs = publishBillProofs;
	}

	@Scheduled(fixedDelayString = "${plaza.bill-proofs.poll}")
	Mono<Void> publishBillProofs() {
		return Mono.defer(this.publishBillProofs::publish)
			.expand((found) -> (found == PublishBillProofs.AT_ONCE) ? this.publishBillProofs.publish() : Mono.empty())
			.then()
			.timeout(Duration.ofMinutes(10))
			.onErrorResume((error) -> {
				log.warn("Proofs of bills are not published this time: {}", error.toString());
				return Mono.empty();
			});
	}

}
