package city.plaza.accountlink.proof;

import city.plaza.platform.events.inbox.EventConsumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

	@Bean
	EventConsumer billProofConsumer(BillProofs proofs) {
		return EventConsumer.of("bill-proofs", "billing.bill-proofs")
			.together()
			.on(BillProofsChanged.TYPE, BillProofsChanged.class, proofs::keep);
	}

}
