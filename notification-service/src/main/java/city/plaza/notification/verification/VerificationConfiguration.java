package city.plaza.notification.verification;

import city.plaza.platform.events.inbox.Subscription;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {

	@Bean
	Subscription verificationSubscription(TellOfVerification tell) {
		return Subscription.of("verifications", "identity.verification")
			.on("VerificationCodeRequested", VerificationCodeRequested.class, tell::codeRequested)
			.on("KnownAddressRegistered", KnownAddressRegistered.class, tell::knownAddress);
	}

}
