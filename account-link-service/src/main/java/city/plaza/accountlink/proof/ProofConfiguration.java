package city.plaza.accountlink.proof;

import city.plaza.platform.events.inbox.Subscription;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProofSettings.class)
class ProofConfiguration {

	@Bean
	Subscription billProofSubscription(BillProofs proofs) {
		return Subscription.of("bill-proofs", "billing.bill-proofs")
			.on("BillProofsChanged", BillProofsChanged.class, proofs::keep);
	}

}
